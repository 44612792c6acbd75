package org.vmacheck.checks.live.drive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a driven program prints of its drive.
 *
 * @param plan with the stops that were taken
 * @param followed in how many rounds every turn ended as it should
 * @param notes why others did not
 */
public record DriveReport(String plan, long followed, long rounds, List<String> notes) {

  private static final Pattern PLAN = Pattern.compile("# drive (.*)");
  private static final Pattern FOLLOWED = Pattern.compile("# followed (\\d+) of (\\d+) rounds");
  private static final Pattern NOTE = Pattern.compile("# (not followed .*)");

  public DriveReport {
    notes = List.copyOf(notes);
  }

  /** Reads TAP; empty if nothing was driven. */
  public static Optional<DriveReport> parse(List<String> lines) {
    Optional<Matcher> plan = first(PLAN, lines);
    Optional<Matcher> followed = first(FOLLOWED, lines);
    if (plan.isEmpty() || followed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DriveReport(
            plan.get().group(1),
            Long.parseLong(followed.get().group(1)),
            Long.parseLong(followed.get().group(2)),
            lines.stream()
                .map(NOTE::matcher)
                .filter(Matcher::matches)
                .map(note -> note.group(1))
                .toList()));
  }

  private static Optional<Matcher> first(Pattern pattern, List<String> lines) {
    return lines.stream().map(pattern::matcher).filter(Matcher::matches).findFirst();
  }
}
