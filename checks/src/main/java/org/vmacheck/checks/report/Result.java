package org.vmacheck.checks.report;

import java.time.Duration;
import java.util.Optional;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;

/**
 * A question and what an engine answered.
 *
 * @param verdict inconclusive, and its detail says why, if the engine failed
 */
public record Result(Question question, Verdict verdict, Standing standing) {

  /** What the verdict is worth. */
  public enum Standing {
    /** The engine did its work. */
    JUDGED,
    /** Violated, but not by the finding that the catalogue names. */
    OTHER_REASON,
    /** The engine could not do its work; there is no verdict. */
    ENGINE_FAILED
  }

  /** A verdict, and whether its finding is the one that the page names. */
  public static Result of(Question question, Verdict verdict) {
    boolean otherReason =
        question.expected().map(expected -> isOther(expected, verdict)).orElse(false);
    return new Result(question, verdict, otherReason ? Standing.OTHER_REASON : Standing.JUDGED);
  }

  private static boolean isOther(Expectation expected, Verdict verdict) {
    return expected.answer() == Answer.VIOLATED
        && verdict.answer() == Answer.VIOLATED
        && !expected.isMetBy(verdict);
  }

  /** No verdict at all. */
  public static Result failed(Question question, EngineFailure failure, Duration time) {
    Verdict none =
        new Verdict(Answer.INCONCLUSIVE, false, 0, 0, time, failure.getMessage(), Optional.empty());
    return new Result(question, none, Standing.ENGINE_FAILED);
  }

  /** Of a kernel that nothing is expected of, whether nothing was found. */
  public boolean isAsExpected() {
    return standing == Standing.JUDGED
        && question
            .expected()
            .map(expected -> expected.isMetBy(verdict))
            .orElse(verdict.answer() == Answer.HOLDS);
  }

  /** The verdict and what was found, or {@code error} if there is none. */
  public String answer() {
    if (standing == Standing.ENGINE_FAILED) {
      return "error";
    }
    String finding = verdict.counterexample().map(found -> found.finding().toString()).orElse("");
    return (verdict.answer().text() + " " + finding).strip();
  }
}
