package org.vmacheck.checks.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * What an engine found, and how much it looked at to say so.
 *
 * @param answer the verdict itself
 * @param exhaustive whether every execution of the program was looked at; a verdict that holds only
 *     within a bound is not, and its detail names the bound and how many executions were cut there
 * @param executions complete executions (invocations, samples) looked at
 * @param blocked executions that ended with a thread waiting, where the engine tells them apart
 * @param time spent
 * @param detail one sentence: under which engine, model and bounds
 * @param counterexample an execution that breaks it; also violated is what no execution shows
 */
public record Verdict(
    Answer answer,
    boolean exhaustive,
    long executions,
    long blocked,
    Duration time,
    String detail,
    Optional<Counterexample> counterexample) {

  public Verdict {
    if (counterexample.isPresent() && answer == Answer.INCONCLUSIVE) {
      throw new IllegalArgumentException(answer + " and counterexample: " + counterexample);
    }
  }

  /** What follows from this verdict for a question that is put the other way round. */
  public Verdict answering(Answer other, boolean all, String why) {
    return new Verdict(
        other, all, executions, blocked, time, why + "; " + detail, Optional.empty());
  }

  /** The same, with the execution that shows it. */
  public Verdict shownBy(Counterexample found) {
    return new Verdict(answer, exhaustive, executions, blocked, time, detail, Optional.of(found));
  }

  /** Inconclusive: the budget ended before the engine knew. */
  public enum Answer {
    HOLDS,
    VIOLATED,
    INCONCLUSIVE;

    /** As reports and the JSON spell it. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
