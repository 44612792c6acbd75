package org.vmacheck.model.memory.hardware;

/** One wait: spins for a moment, in the hope of the other processor, then lets others run. */
final class SpinWait {

  private static final int SPINS = 200;

  private int rounds;

  /** To be called after each test that failed. */
  void once() {
    if (rounds < SPINS) {
      rounds++;
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }
}
