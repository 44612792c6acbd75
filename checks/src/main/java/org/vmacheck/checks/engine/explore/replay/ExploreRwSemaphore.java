package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.memory.lockdep.LockdepMap;

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
  private final LockdepMap map;

  ExploreRwSemaphore(ExploreMemory memory, int cell, LockClass lockClass) {
    this.memory = memory;
    this.cell = cell;
    this.map = new LockdepMap(lockClass, memory.name(cell));
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

  private boolean act() {
    return !memory.atEnd();
  }

  @Override
  public void downRead() {
    memory.lockdep().checkAcquire(map, Mode.READ, 0, "down_read");
    if (act()) {
      memory.take(cell, ExploreRwSemaphore::open, state -> state + READER);
    }
    memory.lockdep().acquired(map, Mode.READ, 0);
  }

  @Override
  public boolean downReadTrylock() {
    boolean taken =
        !act()
            || open(
                memory.update(
                    cell, Order.ACQUIRE, ExploreRwSemaphore::open, state -> state + READER));
    if (taken) {
      memory.lockdep().acquired(map, Mode.READ, 0);
    }
    return taken;
  }

  @Override
  public void upRead() {
    memory.lockdep().release(map, Mode.READ, "up_read");
    if (act()) {
      memory.update(cell, Order.RELEASE, state -> true, state -> state - READER);
    }
  }

  @Override
  public void downWriteNested(int subclass) {
    memory.lockdep().checkAcquire(map, Mode.WRITE, subclass, "down_write");
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
    memory.lockdep().acquired(map, Mode.WRITE, subclass);
  }

  @Override
  public boolean downWriteTrylock() {
    boolean taken =
        !act()
            || memory.update(cell, Order.ACQUIRE, state -> state == 0, state -> state + WRITER)
                == 0;
    if (taken) {
      memory.lockdep().acquired(map, Mode.WRITE, 0);
    }
    return taken;
  }

  @Override
  public void upWrite() {
    memory.lockdep().release(map, Mode.WRITE, "up_write");
    if (act()) {
      memory.update(cell, Order.RELEASE, state -> true, state -> state - WRITER);
    }
  }

  @Override
  public void downgradeWrite() {
    memory.lockdep().downgrade(map, "downgrade_write");
    if (act()) {
      memory.update(cell, Order.RELEASE, state -> true, state -> state - WRITER + READER);
    }
  }

  @Override
  public boolean heldByMe() {
    return memory.lockdep().holds(map);
  }

  @Override
  public boolean writeHeldByMe() {
    return memory.lockdep().holds(map, Mode.WRITE);
  }

  @Override
  public String toString() {
    return map.name();
  }
}
