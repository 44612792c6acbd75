package org.vmacheck.model.memory.hardware;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The read sections of one thread. */
final class RcuReader {

  private static final VarHandle SECTIONS;

  static {
    try {
      SECTIONS = MethodHandles.lookup().findVarHandle(RcuReader.class, "sections", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Thread thread;

  /** Counts beginnings and ends of outermost sections: odd inside of one. */
  private long sections;

  RcuReader(Thread thread) {
    this.thread = thread;
  }

  /** An outermost section begins. */
  void enter() {
    SECTIONS.setOpaque(this, sections + 1);
    // Pairs with the fence in HardwareRcu.synchronize: no load of this section before the mark.
    VarHandle.fullFence();
  }

  /** It ends. */
  void leave() {
    SECTIONS.setRelease(this, sections + 1);
  }

  /** Waits until the section that is open now, if one is, has ended; later ones do not count. */
  void awaitEndOfSection() {
    long seen = (long) SECTIONS.getAcquire(this);
    if (seen % 2 == 0) {
      return;
    }
    SpinWait wait = new SpinWait();
    while ((long) SECTIONS.getAcquire(this) == seen && thread.isAlive()) {
      wait.once();
    }
  }

  boolean isGone() {
    return !thread.isAlive();
  }
}
