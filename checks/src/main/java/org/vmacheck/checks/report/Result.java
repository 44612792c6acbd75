package org.vmacheck.checks.report;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.vmacheck.checks.engine.Counterexample;
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

  /**
   * @param reason whether a counterexample shows what it must show to count
   */
  public static Result of(Question question, Verdict verdict, Predicate<Counterexample> reason) {
    boolean counts = verdict.counterexample().map(reason::test).orElse(true);
    return new Result(question, verdict, counts ? Standing.JUDGED : Standing.OTHER_REASON);
  }

  /** No verdict at all. */
  public static Result failed(Question question, EngineFailure failure, Duration time) {
    Verdict none =
        new Verdict(Answer.INCONCLUSIVE, false, 0, 0, time, failure.getMessage(), Optional.empty());
    return new Result(question, none, Standing.ENGINE_FAILED);
  }

  public boolean isAsExpected() {
    return standing == Standing.JUDGED && question.expected().isMetBy(verdict.answer());
  }

  /** The verdict in a word, or {@code error} if there is none. */
  public String answer() {
    return standing == Standing.ENGINE_FAILED ? "error" : verdict.answer().text();
  }
}
