package org.vmacheck.model.memory.hardware;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.vmacheck.model.memory.KernelBug;

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

  /** Only the thread itself looks at it. */
  private int depth;

  /** Counts beginnings and ends of outermost sections: odd inside of one. */
  private long sections;

  RcuReader(Thread thread) {
    this.thread = thread;
  }

  void enter() {
    if (depth++ == 0) {
      SECTIONS.setOpaque(this, sections + 1);
      // Pairs with the fence in HardwareRcu.synchronize: no load of this section before the mark.
      VarHandle.fullFence();
    }
  }

  void leave() {
    if (depth == 0) {
      throw new KernelBug(
          KernelBug.Kind.UNLOCK_NOT_HELD, "rcu_read_unlock", "outside of a read section");
    }
    if (--depth == 0) {
      SECTIONS.setRelease(this, sections + 1);
    }
  }

  boolean inside() {
    return depth > 0;
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
