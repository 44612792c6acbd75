package org.vmacheck.checks.live.guest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vmacheck.checks.live.Child;
import org.vmacheck.checks.live.TemporaryFolder;

/**
 * A guest with one program, which is talked to: what is written here it reads from its standard
 * input, and what it prints is read here. What is under way to it has to fit into the buffers of
 * its line, some hundred kilobytes.
 */
public final class Conversation implements AutoCloseable {

  private static final Pattern END = Pattern.compile("@end 0 (\\d+)");

  private final TemporaryFolder folder;
  private final Path console;
  private final Duration silence;
  private final Child guest;
  private final Watchdog watchdog;
  private final BufferedReader from;
  private final BufferedWriter to;

  /** What the guest said outside of the program. */
  private final List<String> unframed = new ArrayList<>();

  private String ended = "";

  /**
   * Waits until the program runs.
   *
   * @param command starts the guest
   * @param folder has what it is started from, and goes with it
   * @param patience how long it may take to come up
   * @param silence how long the program may say nothing while an answer is waited for
   * @throws NotUp if it does not come up
   */
  Conversation(
      List<String> command,
      TemporaryFolder folder,
      Path console,
      Duration patience,
      Duration silence)
      throws IOException {
    this.folder = folder;
    this.console = console;
    this.silence = silence;
    this.guest = Child.start(command);
    this.watchdog = new Watchdog(patience, guest::kill);
    this.from = guest.process().inputReader(StandardCharsets.US_ASCII);
    this.to =
        new BufferedWriter(
            new OutputStreamWriter(guest.process().getOutputStream(), StandardCharsets.US_ASCII));
    try {
      begin();
    } catch (IOException | RuntimeException notUp) {
      stop();
      throw notUp;
    }
  }

  private void begin() throws IOException {
    String line = from.readLine();
    while (line != null && !line.equals("@begin 0")) {
      unframed.add(line);
      line = from.readLine();
    }
    if (line == null) {
      throw new NotUp(words(), watchdog);
    }
    unframed.clear();
    watchdog.rest();
  }

  /** Writes to the program. */
  public void write(String text) throws IOException {
    to.write(text);
  }

  public void flush() throws IOException {
    to.flush();
  }

  /** The next line of the program, null if it or the guest has ended. */
  public String readLine() throws IOException {
    if (!ended.isEmpty()) {
      return null;
    }
    watchdog.await(silence);
    String line = from.readLine();
    watchdog.rest();
    if (line == null) {
      LastWords words = words();
      ended = words.end(watchdog) + words.told();
      return null;
    }
    var end = END.matcher(line);
    if (end.matches()) {
      ended = "the program ended with status " + end.group(1);
      return null;
    }
    return line;
  }

  /** Why there is no next line. */
  public String death() throws IOException {
    return ended.isEmpty() ? words().end(watchdog) : ended;
  }

  private LastWords words() throws IOException {
    return LastWords.of(console, unframed);
  }

  private void stop() {
    watchdog.close();
    guest.close();
  }

  @Override
  public void close() {
    stop();
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
