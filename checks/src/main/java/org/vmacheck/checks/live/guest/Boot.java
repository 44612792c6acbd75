package org.vmacheck.checks.live.guest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vmacheck.checks.live.Child;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.HostDied;

/** One run of a guest, from its start to the end of its last program. */
final class Boot {

  private final List<String> command;
  private final Path console;
  private final Duration patience;
  private final Duration silence;

  /**
   * @param command starts it
   * @param console a file that gets what its kernel says
   * @param patience how long it may take to come up
   * @param silence how long it may say nothing from then on
   */
  Boot(List<String> command, Path console, Duration patience, Duration silence) {
    this.command = List.copyOf(command);
    this.console = console;
    this.patience = patience;
    this.silence = silence;
  }

  /**
   * Runs it until so many programs have ended, or it is up if there are none.
   *
   * @throws HostDied if it ends, or says nothing, while a program runs
   * @throws NotUp if it does not even come up
   */
  void run(int jobs, Host.Listener listener) throws IOException {
    Protocol protocol = new Protocol(listener);
    try (Child guest = Child.start(command);
        Watchdog watchdog = new Watchdog(patience, guest::kill);
        BufferedReader lines = guest.process().inputReader(StandardCharsets.UTF_8)) {
      String line = "";
      while (line != null && (!protocol.booted() || protocol.ended() < jobs)) {
        line = lines.readLine();
        if (line != null) {
          watchdog.await(protocol.booted() ? silence : patience);
          protocol.line(line);
        }
      }
      if (line == null) {
        throw death(protocol, jobs, watchdog);
      }
    }
  }

  private IOException death(Protocol protocol, int jobs, Watchdog watchdog) throws IOException {
    LastWords words = LastWords.of(console, protocol.unframed());
    if (!protocol.booted()) {
      return new NotUp(words, watchdog);
    }
    String during = " in program " + (protocol.ended() + 1) + " of " + jobs;
    return new HostDied(words.end(watchdog) + during + words.told(), protocol.ended());
  }
}
