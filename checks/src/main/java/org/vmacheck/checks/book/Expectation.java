package org.vmacheck.checks.book;

import java.util.Locale;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;

/**
 * What is expected of one kernel.
 *
 * @param question whether no source says so: it was found by this checker, and is pinned so that
 *     any change is noticed. What it finds is a question to ask on the list, never a kernel bug.
 * @param answer holds or violated
 * @param finding what has to be found to count, as {@link #findingOf} writes it; empty if it holds
 */
public record Expectation(boolean question, Answer answer, String finding) {

  public static Expectation holds() {
    return new Expectation(false, Answer.HOLDS, "");
  }

  public static Expectation violated(String finding) {
    return new Expectation(false, Answer.VIOLATED, finding);
  }

  /** The same, without a source. */
  public Expectation asQuestion() {
    return new Expectation(true, answer, finding);
  }

  /** {@code question violated guard_without_flag}. */
  public String text() {
    String text = answer.text() + (finding.isEmpty() ? "" : " " + finding);
    return question ? "question " + text : text;
  }

  /** Whether a verdict is no surprise: the answer, and the finding that is named. */
  public boolean isMetBy(Verdict verdict) {
    String found = verdict.counterexample().map(Expectation::findingOf).orElse("");
    boolean nothingShowsIt = verdict.answer() == Answer.VIOLATED && found.isEmpty();
    return verdict.answer() == answer
        && (answer == Answer.HOLDS
            || finding.equals(nothingShowsIt ? PageProgram.WITNESS : found));
  }

  /** A finding in the form of the pages: {@code guard_lost}, {@code use_after_free pte_table}. */
  public static String findingOf(Counterexample counterexample) {
    String kind = counterexample.finding().toLowerCase(Locale.ROOT);
    String summary = counterexample.summary();
    if (kind.equals("invariant") || kind.equals("assertion")) {
      return summary.substring(0, summary.indexOf(':'));
    }
    return kind;
  }
}
