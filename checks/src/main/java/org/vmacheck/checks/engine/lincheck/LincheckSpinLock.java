package org.vmacheck.checks.engine.lincheck;

import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** A spin lock: taking it is one step, however long it waits. */
final class LincheckSpinLock implements SpinLock {

  private final LincheckMemory memory;
  private final Cell cell;
  private final LockdepMap map;
  private boolean locked;

  LincheckSpinLock(LincheckMemory memory, Cell cell, LockdepMap map) {
    this.memory = memory;
    this.cell = cell;
    this.map = map;
  }

  @Override
  public void lockNested(int subclass) {
    memory.lockdep().checkAcquire(map, Mode.SPIN, subclass, "spin_lock");
    memory.awaitAccess(cell, "spin_lock", () -> !locked);
    locked = true;
    memory.changed();
    memory.lockdep().acquired(map, Mode.SPIN, subclass);
    memory.recorder().record(memory.me(), cell.name, "", true);
  }

  @Override
  public void unlock() {
    memory.access(cell, "spin_unlock");
    memory.lockdep().release(map, Mode.SPIN, "spin_unlock");
    locked = false;
    memory.changed();
    memory.recorder().record(memory.me(), cell.name, "", true);
  }

  @Override
  public boolean heldByMe() {
    return memory.lockdep().holds(map);
  }
}
