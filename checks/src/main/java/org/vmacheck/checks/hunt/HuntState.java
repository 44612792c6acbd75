package org.vmacheck.checks.hunt;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.vmacheck.checks.hunt.Oracle.Answer;
import org.vmacheck.checks.input.InputException;

/**
 * What a hunt has done, line by line in a file: first what it asks, then the position and the
 * answer of each question. A line is written when its question is answered, so whatever ends the
 * process costs the questions in hand and no others. What was found is asked again when the hunt
 * goes on.
 */
final class HuntState implements AutoCloseable {

  private static final String BEGINNING = "vmacheck hunt: ";

  private final Path file;
  private final BitSet done = new BitSet();
  private final TreeSet<Integer> found = new TreeSet<>();
  private final long[] counts = new long[Answer.values().length];
  private BufferedWriter out;

  private HuntState(Path file) {
    this.file = file;
  }

  /** Of a hunt that nobody will go on with. */
  static HuntState none() {
    return new HuntState(null);
  }

  /**
   * The state in a file, or the beginning of one.
   *
   * @param asks what the hunt asks; the same as in the file
   * @throws InputException if the file is of another hunt, or of none, or cannot be written
   */
  static HuntState in(Path file, String asks) {
    HuntState state = new HuntState(file);
    try {
      boolean known = Files.exists(file) && Files.size(file) > 0;
      long whole = known ? state.read(Files.readString(file, StandardCharsets.UTF_8), asks) : 0;
      if (known) {
        truncate(file, whole);
      }
      state.out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (!known) {
        state.line(BEGINNING + asks);
      }
    } catch (IOException e) {
      throw new InputException(
          "--state " + file + ": cannot be read and written: " + e.getMessage(), e);
    }
    return state;
  }

  /** Returns how many bytes of it are whole lines. */
  private long read(String text, String asks) {
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    List<String> lines = whole.lines().toList();
    if (lines.isEmpty() || !lines.get(0).startsWith(BEGINNING)) {
      throw new InputException("--state " + file + ": line 1 is not that of a hunt");
    }
    String asked = lines.get(0).substring(BEGINNING.length());
    if (!asked.equals(asks)) {
      throw new InputException(
          "--state " + file + " is of another hunt: " + asked + "; this one is " + asks);
    }
    for (int i = 1; i < lines.size(); i++) {
      String[] words = lines.get(i).split(" ");
      try {
        note(Integer.parseInt(words[0]), Answer.valueOf(words[1].toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
        throw new InputException(
            "--state " + file + ": line " + (i + 1) + " is no answer: " + lines.get(i), broken);
      }
    }
    return whole.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Of a line that was being written when the process ended, nothing stays. */
  private static void truncate(Path file, long length) throws IOException {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }

  private void note(int position, Answer answer) {
    done.set(position);
    counts[answer.ordinal()]++;
    if (answer == Answer.FOUND) {
      found.add(position);
    }
  }

  /** Writes down the answer of a question. */
  synchronized void answered(int position, Answer answer) {
    note(position, answer);
    if (out != null) {
      try {
        line(position + " " + answer.name().toLowerCase(Locale.ROOT));
      } catch (IOException full) {
        throw new UncheckedIOException("--state " + file, full);
      }
    }
  }

  private void line(String text) throws IOException {
    out.write(text + "\n");
    out.flush();
  }

  synchronized boolean isDone(int position) {
    return done.get(position);
  }

  /** The positions of what was found before. */
  synchronized List<Integer> found() {
    return List.copyOf(found);
  }

  synchronized long count(Answer answer) {
    return counts[answer.ordinal()];
  }

  synchronized long count() {
    return done.cardinality();
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
