package org.vmacheck.model.memory;

/**
 * What goes wrong for one thread, as {@code /proc/self/fail-nth} and a fatal signal make it: an
 * allocation fails, or a killable wait ends early. Only that thread looks at it.
 */
public final class FaultInjection {

  private int allocationsLeft;
  private int waitsLeft;
  private boolean killed;

  /** From here on, the {@code nth} allocation fails, and none after it. */
  public void failAllocation(int nth) {
    allocationsLeft = nth;
  }

  /** From here on, a fatal signal arrives in the {@code nth} killable wait, and stays pending. */
  public void killInWait(int nth) {
    waitsLeft = nth;
    killed = true;
  }

  /** Nothing goes wrong any more. */
  public void reset() {
    allocationsLeft = 0;
    waitsLeft = 0;
    killed = false;
  }

  /** {@code should_fail}: whether this allocation fails. */
  public boolean shouldFail() {
    return allocationsLeft > 0 && --allocationsLeft == 0;
  }

  /** Whether a fatal signal is on its way. */
  public boolean isToBeKilled() {
    return killed;
  }

  /**
   * {@code signal_pending_state} of a thread that is about to sleep in a killable wait.
   *
   * @return whether it must give up
   */
  public boolean fatalSignalPending() {
    if (!killed) {
      return false;
    }
    waitsLeft = Math.max(0, waitsLeft - 1);
    return waitsLeft == 0;
  }
}
