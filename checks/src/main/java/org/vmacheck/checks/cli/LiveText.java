package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.TestReport;
import org.vmacheck.checks.live.drive.DriveReport;
import org.vmacheck.checks.live.drive.Plans;
import org.vmacheck.model.release.Release;

/** What `live` says of a page on a kernel. */
final class LiveText {

  private static final String ALLOWED = "allowed";

  private LiveText() {}

  /** One line, in which the answer is. */
  static String answer(LiveResult result) {
    TestReport report = result.report();
    return result.page()
        + " on "
        + report.kernel()
        + ": "
        + switch (result.answer()) {
          case CONFIRMED ->
              String.format(
                  "confirmed, %s in %,d of %,d rounds, first at %,d",
                  report.finding(), report.lost(), report.rounds(), report.firstLost());
          case NOT_SEEN ->
              String.format(
                  "not seen in %,d rounds, the model has %s",
                  report.rounds(), String.join(", ", result.allowed().get().findings()));
          case AGREES -> String.format("agrees with the model in %,d rounds", report.rounds());
          case NOT_ALLOWED ->
              String.format(
                  "NOT ALLOWED by the model of this release, which is wrong, or the kernel is%s",
                  report.finding().isEmpty() ? "" : ": " + report.finding());
          case UNKNOWN ->
              result.allowed().isEmpty()
                  ? "the model does not know this release"
                  : "not decided, " + result.allowed().get().detail();
          case SKIPPED -> "skipped, " + report.skipped();
          case BROKEN -> "the program did not come to its end";
        };
  }

  /** The ends of its rounds, a line each. */
  static List<String> outcomes(LiveResult result, boolean verbose) {
    List<String> lines = new ArrayList<>();
    for (TestReport.Outcome outcome : result.report().outcomes()) {
      String standing = standing(result, outcome);
      if (verbose || !standing.equals(ALLOWED)) {
        lines.add(String.format("  %,9d  %s  %s", outcome.count(), standing, outcome.text()));
      }
    }
    return lines;
  }

  private static String standing(LiveResult result, TestReport.Outcome outcome) {
    if (result.allowed().isEmpty()) {
      return "seen";
    } else if (!result.allows(outcome)) {
      return "not allowed";
    }
    String finding = result.finding(outcome);
    return finding.isEmpty() ? ALLOWED : finding;
  }

  /** How the drive went, a line each. */
  static List<String> drive(Plans plans, DriveReport drive, String kernel) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "  driven: %s%s",
            drive.plan(),
            plans
                .release()
                .map(Release::name)
                .filter(name -> !kernel.startsWith(name))
                .map(name -> " (as on " + name + ": this release has no such execution)")
                .orElse("")));
    lines.add(String.format("  followed in %,d of %,d rounds", drive.followed(), drive.rounds()));
    drive.notes().forEach(note -> lines.add("  " + note));
    return lines;
  }
}
