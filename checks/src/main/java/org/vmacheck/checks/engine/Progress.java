package org.vmacheck.checks.engine;

/** Hears how far an engine is. */
@FunctionalInterface
public interface Progress {

  Progress NONE = executions -> {};

  /** So many executions, invocations or samples have been looked at. */
  void executions(long executions);
}
