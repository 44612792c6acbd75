package org.vmacheck.checks.live;

import java.util.Optional;

/**
 * What a kernel showed of a page, beside what the model of its release allows.
 *
 * @param page its address
 * @param allowed empty if the model does not know the release
 */
public record LiveResult(String page, TestReport report, Optional<Allowed> allowed) {

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
