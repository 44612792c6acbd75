package org.vmacheck.checks.live.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vmacheck.checks.live.Host;

/**
 * What the first process of a guest says: {@code @boot}, then {@code @begin N}, lines, and {@code
 * @end N STATUS} for each program. Lines outside of a program are QEMU's own.
 */
final class Protocol {

  private static final Pattern END = Pattern.compile("@end (\\d+) (\\d+)");

  private final Host.Listener listener;
  private boolean booted;
  private int ended;
  private List<String> open = new ArrayList<>();

  Protocol(Host.Listener listener) {
    this.listener = listener;
  }

  /** Takes the next line. */
  void line(String line) {
    Matcher end = END.matcher(line);
    if (line.equals("@boot")) {
      booted = true;
      open = new ArrayList<>();
    } else if (line.equals("@begin " + ended)) {
      open = new ArrayList<>();
    } else if (end.matches() && Integer.parseInt(end.group(1)) == ended) {
      List<String> printed = open;
      open = new ArrayList<>();
      listener.ended(ended++, Integer.parseInt(end.group(2)), printed);
    } else {
      open.add(line);
    }
  }

  /** Whether the guest is up. */
  boolean booted() {
    return booted;
  }

  /** How many programs have ended. */
  int ended() {
    return ended;
  }

  /** What belongs to no program that ended: the last one's, or QEMU's complaints. */
  List<String> unframed() {
    return List.copyOf(open);
  }
}
