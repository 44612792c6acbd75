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
 * @param counterexample present exactly if violated
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
    if (counterexample.isPresent() != (answer == Answer.VIOLATED)) {
      throw new IllegalArgumentException(answer + " and counterexample: " + counterexample);
    }
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
