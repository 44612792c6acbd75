package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** A spin lock: a cell that is 0, or one more than the number of the thread that holds it. */
final class ExploreSpinLock implements SpinLock {

  private final ExploreMemory memory;
  private final int cell;
  private final LockdepMap map;

  ExploreSpinLock(ExploreMemory memory, int cell, LockClass lockClass) {
    this.memory = memory;
    this.cell = cell;
    this.map = new LockdepMap(lockClass, memory.name(cell));
  }

  static String text(long state) {
    return state == 0 ? "free" : "taken";
  }

  @Override
  public void lockNested(int subclass) {
    memory.lockdep().checkAcquire(map, Mode.SPIN, subclass, "spin_lock");
    if (!memory.atEnd()) {
      long me = memory.thread() + 1L;
      memory.takeSpinLock(cell, value -> value == 0, value -> me);
    }
    memory.lockdep().acquired(map, Mode.SPIN, subclass);
  }

  @Override
  public void unlock() {
    memory.lockdep().release(map, Mode.SPIN, "spin_unlock");
    if (!memory.atEnd()) {
      memory.release(cell, 0);
    }
  }

  @Override
  public boolean heldByMe() {
    return memory.lockdep().holds(map);
  }

  @Override
  public String toString() {
    return map.name();
  }
}
