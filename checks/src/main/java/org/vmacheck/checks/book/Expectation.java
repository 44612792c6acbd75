package org.vmacheck.checks.book;

import java.util.Optional;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;

/**
 * What is expected of one kernel.
 *
 * @param question whether no source says so: it was found by this checker, and is pinned so that
 *     any change is noticed. What it finds is a question to ask on the list, never a kernel bug.
 * @param violated what has to be found to count; empty if it holds
 */
public record Expectation(boolean question, Optional<Finding.Form> violated) {

  public static Expectation holds() {
    return new Expectation(false, Optional.empty());
  }

  public static Expectation violated(Finding.Form finding) {
    return new Expectation(false, Optional.of(finding));
  }

  /** The same, without a source. */
  public Expectation asQuestion() {
    return new Expectation(true, violated);
  }

  public boolean isHolds() {
    return violated.isEmpty();
  }

  /** {@code question violated guard_without_flag}. */
  public String text() {
    String text = violated.map(finding -> "violated " + finding).orElse("holds");
    return question ? "question " + text : text;
  }

  /** Whether a verdict is no surprise: the answer, and the finding that is named. */
  public boolean isMetBy(Verdict verdict) {
    return switch (verdict.answer()) {
      case HOLDS -> isHolds();
      case VIOLATED -> violated.map(finding -> finding.equals(formOf(verdict))).orElse(false);
      case INCONCLUSIVE -> false;
    };
  }

  /** Of a violation that no execution shows, what {@code exists} asks for and does not find. */
  private static Finding.Form formOf(Verdict verdict) {
    return verdict
        .counterexample()
        .map(found -> found.finding().form())
        .orElse(new Finding.Form(PageProgram.WITNESS, ""));
  }

  /** The answer that is expected. */
  public Answer answer() {
    return isHolds() ? Answer.HOLDS : Answer.VIOLATED;
  }
}
