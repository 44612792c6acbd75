package org.vmacheck.checks.engine.explore;

import org.vmacheck.checks.engine.EngineFailure;

/** Runs an exploration, which recurses once for each choice, on a stack that is large enough. */
public final class DeepStack {

  /** Reserved, not used: only what the recursion touches is ever backed by memory. */
  private static final long BYTES = 1L << 30;

  private DeepStack() {}

  /**
   * Runs it to its end. An interrupt of the caller is passed on.
   *
   * @throws EngineFailure if it failed
   */
  public static void run(Runnable exploration) {
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, exploration, "explore", BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        thread.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure[0] instanceof EngineFailure known) {
      throw known;
    }
    if (failure[0] != null) {
      throw new EngineFailure("the explorer failed: " + failure[0], failure[0]);
    }
  }
}
