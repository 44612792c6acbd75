package org.vmacheck.checks.conform;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * The running kernel: a process that runs each sequence in a child of its own and answers with a
 * line a call. Used by one thread.
 */
final class KernelSide implements AutoCloseable {

  /** More sequences at a time do not make it faster. */
  private static final int LARGEST_BATCH = 32;

  private static final int PIPE_BYTES = 1 << 16;

  /** {@code mmap(15, 16, 7, 1064961, -1, 15);} and a little room. */
  private static final int LONGEST_CALL = 40;

  private static final String STATUS = "status ";

  /**
   * What came back for one sequence.
   *
   * @param lines one or more for each call that was made
   * @param death how the child ended if it did not end well, else null
   */
  record Answer(int id, List<String> lines, String death) {}

  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private final Introduction introduction;

  private KernelSide(Process process) throws IOException, Unavailable {
    this.process = process;
    this.requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII), 1 << 16);
    this.answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII), 1 << 16);
    this.introduction = Introduction.parse(answers.readLine());
  }

  /** Answers that were written down; nothing more can be asked. */
  private KernelSide(BufferedReader recorded) throws IOException, Unavailable {
    this.process = null;
    this.requests = null;
    this.answers = recorded;
    this.introduction = Introduction.parse(answers.readLine());
  }

  /**
   * What the helper printed elsewhere.
   *
   * @throws Unavailable if it could not work there
   */
  static KernelSide recorded(List<String> lines) throws IOException, Unavailable {
    return new KernelSide(new BufferedReader(new StringReader(String.join("\n", lines))));
  }

  /** The request for a sequence, as the helper reads it. */
  static String request(int id, List<SystemCall> calls) {
    return "run "
        + id
        + " "
        + calls.stream().map(WireForm::of).collect(Collectors.joining(";"))
        + "\n";
  }

  /**
   * Starts the process.
   *
   * @throws Unavailable if it cannot be started or does not answer
   */
  static KernelSide start(HelperProgram program) throws Unavailable {
    Process process = null;
    try {
      process =
          new ProcessBuilder(
                  program.executable().toString(),
                  String.valueOf(Window.PAGES),
                  String.valueOf(Window.FILE_PAGES))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new KernelSide(process);
    } catch (IOException e) {
      if (process != null) {
        process.destroyForcibly();
      }
      throw new Unavailable("the kernel's side does not start: " + e.getMessage(), e);
    }
  }

  Introduction introduction() {
    return introduction;
  }

  /**
   * How many sequences of so many calls may be under way: their text must fit into a pipe, or both
   * processes would wait for each other to read.
   */
  static int batch(int length) {
    return Math.max(1, Math.min(LARGEST_BATCH, PIPE_BYTES / (length * LONGEST_CALL)));
  }

  /** Asks for a sequence; {@link #flush} sends it. At most a {@link #batch} may be under way. */
  void submit(int id, List<SystemCall> calls) throws IOException {
    requests.write(request(id, calls));
  }

  void flush() throws IOException {
    requests.flush();
  }

  /** Waits for the answer to the oldest sequence that is under way. */
  Answer answer() throws IOException {
    String begin = next();
    if (!begin.startsWith("begin ")) {
      throw new IOException("the kernel's side says \"" + begin + "\" instead of a beginning");
    }
    int id = Integer.parseInt(begin.substring(6));
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = next();
      if (line.equals("end " + id)) {
        return new Answer(id, lines, null);
      }
      if (line.startsWith("died " + id + " ")) {
        return new Answer(id, lines, death(line.substring(("died " + id + " ").length())));
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
  }

  /** In words, of {@code signal 9} or {@code status 86}. */
  private static String death(String told) {
    return told.startsWith(STATUS)
        ? HelperExit.of(Integer.parseInt(told, STATUS.length(), told.length(), 10))
        : told;
  }

  private String next() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the kernel's side ended" + lastWords());
    }
    return line;
  }

  private String lastWords() {
    if (process == null) {
      return "";
    }
    try {
      boolean ended = process.waitFor(1, TimeUnit.SECONDS);
      return ended ? ": " + HelperExit.of(process.exitValue()) : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Runs one sequence. */
  Answer run(List<SystemCall> calls) throws IOException {
    submit(0, calls);
    flush();
    return answer();
  }

  @Override
  public void close() {
    if (process == null) {
      return;
    }
    try {
      requests.close();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
