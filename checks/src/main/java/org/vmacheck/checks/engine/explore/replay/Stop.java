package org.vmacheck.checks.engine.explore.replay;

/**
 * Ends the replay of a thread at the first access that is not in the graph. An {@link Error}, so
 * that model code does not catch it; there is one of them, without a stack trace.
 */
final class Stop extends Error {

  private static final long serialVersionUID = 1L;

  static final Stop STOP = new Stop();

  private Stop() {
    super(null, null, false, false);
  }
}
