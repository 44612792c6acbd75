package org.vmacheck.checks.engine;

import java.time.Duration;

/** Hears how far an engine is. */
@FunctionalInterface
public interface Progress {

  Progress NONE = executions -> {};

  /** So many executions, invocations or samples have been looked at. */
  void executions(long executions);

  /**
   * The same where the engine has an idea of how many there are.
   *
   * @param left how long the rest may take
   */
  default void executions(long executions, Estimate estimate, Duration left) {
    executions(executions);
  }
}
