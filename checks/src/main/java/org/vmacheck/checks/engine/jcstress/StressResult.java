package org.vmacheck.checks.engine.jcstress;

import java.util.List;
import org.vmacheck.checks.engine.Verdict;

/**
 * What one test showed, over all of its forks.
 *
 * @param test as JCStress names it
 * @param outcomes those that were seen and those that the test names, in JCStress's order
 */
public record StressResult(String test, List<Outcome> outcomes) {

  public StressResult {
    outcomes = List.copyOf(outcomes);
  }

  /** What a test thinks of an outcome. */
  public enum Expected {
    ACCEPTABLE,
    INTERESTING,
    FORBIDDEN;

    /** As the table and the JSON spell it. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One outcome.
   *
   * @param id the values of the result, {@code true, false}
   * @param count how often it was seen
   * @param meaning the test's words for it
   */
  public record Outcome(String id, long count, Expected expected, String meaning) {}

  public long samples() {
    return outcomes.stream().mapToLong(Outcome::count).sum();
  }

  public boolean showedForbidden() {
    return showed(Expected.FORBIDDEN);
  }

  public boolean showedInteresting() {
    return showed(Expected.INTERESTING);
  }

  /** Whether this is a weakened form, which may show what the correct one must not. */
  public boolean isWeakened() {
    return outcomes.stream().anyMatch(outcome -> outcome.expected() == Expected.INTERESTING);
  }

  /** Violated if the bad outcome was seen, be it forbidden or only interesting. */
  public Verdict.Answer answer() {
    return showedForbidden() || showedInteresting()
        ? Verdict.Answer.VIOLATED
        : Verdict.Answer.HOLDS;
  }

  private boolean showed(Expected expected) {
    return outcomes.stream()
        .anyMatch(outcome -> outcome.count() > 0 && outcome.expected() == expected);
  }
}
