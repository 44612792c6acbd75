package org.vmacheck.checks.cli;

/**
 * Does something if the process is asked to end (Ctrl-C) while this is open. The process then ends
 * as the signal says: with 130 after an interrupt.
 */
final class Interruption implements AutoCloseable {

  private final Thread hook;

  Interruption(Runnable whatIsKnown) {
    hook = new Thread(whatIsKnown, "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // the hook runs already; whoever closes this must not go on and report a second time
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() {
    while (true) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException again) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
