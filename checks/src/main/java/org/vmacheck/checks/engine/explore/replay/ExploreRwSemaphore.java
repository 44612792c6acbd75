package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.RwSemaphore;

/**
 * A reader-writer semaphore: one cell with a bit for the writer, the number of readers, and the
 * number of writers that wait. A writer that finds it taken announces itself in the same update,
 * and from then on keeps new readers out.
 */
final class ExploreRwSemaphore implements RwSemaphore {

  static final long WRITER = 1;
  static final long READER = 1L << 8;
  static final long WAITER = 1L << 32;
  private static final long HOLDERS = WAITER - 1;

  private final ExploreMemory memory;
  private final int cell;

  ExploreRwSemaphore(ExploreMemory memory, int cell) {
    this.memory = memory;
    this.cell = cell;
  }

  /** Whether readers may enter. */
  static boolean open(long state) {
    return (state & WRITER) == 0 && state < WAITER;
  }

  /** What is in a state, in words. */
  static String text(long state) {
    String holders =
        (state & WRITER) != 0
            ? "write-locked"
            : (state & HOLDERS) == 0 ? "free" : ((state & HOLDERS) / READER) + " readers";
    return state < WAITER ? holders : holders + ", writer waiting";
  }

  private void mightSleep(String function) {
    String spinning = memory.held().spinning();
    if (spinning != null) {
      throw new KernelBug(Kind.ASSERTION, "might_sleep", function + " while holding " + spinning);
    }
    if (memory.rcuOrNull() != null && memory.rcuOrNull().heldByMe()) {
      throw new KernelBug(
          Kind.ASSERTION, "might_sleep", function + " in an RCU read-side critical section");
    }
  }

  private boolean act() {
    return !memory.atEnd();
  }

  @Override
  public void downRead() {
    mightSleep("down_read");
    if (writeHeldByMe()) {
      throw new KernelBug(Kind.RECURSIVE_LOCK, toString(), "down_read by its writer");
    }
    if (act()) {
      memory.take(cell, ExploreRwSemaphore::open, state -> state + READER);
    }
    memory.held().add(this, toString(), false);
  }

  @Override
  public boolean downReadTrylock() {
    boolean taken =
        !act()
            || open(
                memory.update(
                    cell, Order.ACQUIRE, ExploreRwSemaphore::open, state -> state + READER));
    if (taken) {
      memory.held().add(this, toString(), false);
    }
    return taken;
  }

  @Override
  public void upRead() {
    if (!memory.held().read(this)) {
      throw new KernelBug(Kind.UNLOCK_NOT_HELD, toString(), "up_read by a thread without it");
    }
    memory.held().remove(this);
    if (act()) {
      memory.update(cell, Order.RELEASE, state -> true, state -> state - READER);
    }
  }

  @Override
  public void downWrite() {
    mightSleep("down_write");
    if (heldByMe()) {
      throw new KernelBug(Kind.RECURSIVE_LOCK, toString(), "down_write by a thread that holds it");
    }
    if (act()) {
      long before =
          memory.update(
              cell,
              Order.ACQUIRE,
              state -> true,
              state -> (state & HOLDERS) == 0 ? state + WRITER : state + WAITER);
      if ((before & HOLDERS) != 0) {
        memory.take(cell, state -> (state & HOLDERS) == 0, state -> state - WAITER + WRITER);
      }
    }
    memory.held().add(this, toString(), true);
  }

  @Override
  public void upWrite() {
    if (!writeHeldByMe()) {
      throw new KernelBug(Kind.UNLOCK_NOT_HELD, toString(), "up_write by a thread without it");
    }
    memory.held().remove(this);
    if (act()) {
      memory.update(cell, Order.RELEASE, state -> true, state -> state - WRITER);
    }
  }

  @Override
  public void downgradeWrite() {
    if (!writeHeldByMe()) {
      throw new KernelBug(
          Kind.UNLOCK_NOT_HELD, toString(), "downgrade_write by a thread without it");
    }
    memory.held().remove(this);
    if (act()) {
      memory.update(cell, Order.RELEASE, state -> true, state -> state - WRITER + READER);
    }
    memory.held().add(this, toString(), false);
  }

  @Override
  public boolean heldByMe() {
    return memory.held().any(this);
  }

  @Override
  public boolean writeHeldByMe() {
    return memory.held().write(this);
  }

  @Override
  public String toString() {
    return memory.name(cell);
  }
}
