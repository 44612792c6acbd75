package org.vmacheck.checks.live.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a guest said before it ended.
 *
 * @param lines of its console, then of its programs
 */
record LastWords(List<String> lines) {

  /** How the kernel begins to say that it is at fault. */
  private static final Pattern FAULT =
      Pattern.compile("Kernel panic|\\bBUG: |\\bOops\\b|kernel BUG at|general protection fault");

  private static final int MOST = 12;

  /** From a fault on, more of it is of interest. */
  private static final int MOST_OF_FAULT = 30;

  LastWords {
    lines = List.copyOf(lines);
  }

  /**
   * Reads them.
   *
   * @param console a file that may be missing
   */
  static LastWords of(Path console, List<String> unframed) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(console)) {
      lines.addAll(
          new String(Files.readAllBytes(console), StandardCharsets.UTF_8).lines().toList());
    }
    lines.addAll(unframed);
    return new LastWords(
        lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }

  /** Whether its kernel said that it was at fault. */
  private boolean tellFault() {
    return firstOfFault() >= 0;
  }

  private int firstOfFault() {
    for (int i = 0; i < lines.size(); i++) {
      if (FAULT.matcher(lines.get(i)).find()) {
        return i;
      }
    }
    return -1;
  }

  /** How the guest ended: {@code the guest panicked}. */
  String end(Watchdog watchdog) {
    return watchdog.hasBitten()
        ? "the guest said nothing for " + watchdog.patience().toSeconds() + " s"
        : tellFault() ? "the guest panicked" : "the guest ended";
  }

  /** They themselves, as they follow what is said of the end. */
  String told() {
    String said = text();
    return said.isEmpty() ? ", without a word" : "; its last words:" + said;
  }

  /** The lines that count, each on a line of its own; empty if it said nothing. */
  private String text() {
    int fault = firstOfFault();
    int from = fault >= 0 ? fault : Math.max(0, lines.size() - MOST);
    return lines.stream()
        .skip(from)
        .limit(fault >= 0 ? MOST_OF_FAULT : MOST)
        .map(line -> "\n  " + line)
        .collect(Collectors.joining());
  }
}
