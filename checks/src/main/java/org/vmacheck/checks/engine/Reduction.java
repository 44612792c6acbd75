package org.vmacheck.checks.engine;

/** Which executions an engine that visits all of them need not visit. */
public enum Reduction {
  /** None. */
  NONE,

  /** Of those that differ only in which of the threads that do the same did what, all but one. */
  SYMMETRY
}
