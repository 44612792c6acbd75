package org.vmacheck.checks.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * What a kernel showed of a page, beside what the model of its release allows.
 *
 * @param page its address
 * @param allowed empty if the model does not know the release
 */
public record LiveResult(String page, TestReport report, Optional<Allowed> allowed) {

  /** The stable release of 6.18 that has VM_MAYBE_GUARD, as the model's 6.18 does. */
  private static final int BACK_PORT = 37;

  private static final Pattern KERNEL = Pattern.compile("(\\d+\\.\\d+)(?:\\.(\\d+))?(?:[-+].*)?");

  /**
   * The model's release for what a kernel calls itself: {@code 7.3-rc7-cloud-amd64} is 7.3. The
   * model's 6.18 is its stable branch from 6.18.37 on; what came before it is no release of the
   * model.
   */
  public static Optional<Release> release(String kernel) {
    Matcher name = KERNEL.matcher(kernel);
    if (!name.matches()) {
      return Optional.empty();
    }
    boolean old =
        name.group(1).equals("6.18")
            && (name.group(2) == null || Integer.parseInt(name.group(2)) < BACK_PORT);
    return old ? Optional.empty() : Releases.named(name.group(1));
  }

  /** What it comes to. */
  public enum Answer {
    /** The kernel showed a violation that the model predicts. */
    CONFIRMED,
    /** The model predicts a violation, and no round showed it. */
    NOT_SEEN,
    /** As the model says: no violation. */
    AGREES,
    /** The kernel showed what the model does not allow: one of them is wrong. */
    NOT_ALLOWED,
    /** The exploration ended before everything was known, and something else was seen. */
    UNKNOWN,
    /** It did not run. */
    SKIPPED,
    /** It began, and did not come to its end. */
    BROKEN
  }

  public Answer answer() {
    if (!report.skipped().isEmpty() && report.outcomes().isEmpty()) {
      return Answer.SKIPPED;
    } else if (!report.ended()) {
      return Answer.BROKEN;
    } else if (allowed.isEmpty()) {
      return Answer.UNKNOWN;
    }
    Allowed known = allowed.get();
    if (!report.finding().isEmpty() && known.findings().contains(report.finding())) {
      return Answer.CONFIRMED;
    }
    boolean strange =
        !report.finding().isEmpty() || report.outcomes().stream().anyMatch(one -> !allows(one));
    if (strange) {
      return known.complete() ? Answer.NOT_ALLOWED : Answer.UNKNOWN;
    }
    return known.findings().isEmpty() ? Answer.AGREES : Answer.NOT_SEEN;
  }

  /** Whether the model has an execution that ends like this. */
  public boolean allows(TestReport.Outcome outcome) {
    return allowed.map(known -> known.ends().containsKey(outcome.text())).orElse(false);
  }

  /** What is wrong with an end by the model, empty if nothing is. */
  public String finding(TestReport.Outcome outcome) {
    return allowed.map(known -> known.ends().getOrDefault(outcome.text(), "")).orElse("");
  }
}
