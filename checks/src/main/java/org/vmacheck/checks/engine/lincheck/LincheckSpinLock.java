package org.vmacheck.checks.engine.lincheck;

import org.vmacheck.checks.engine.lincheck.KernelTask.Mode;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.SpinLock;

/** A spin lock: taking it is one step, however long it waits. */
final class LincheckSpinLock implements SpinLock {

  private final LincheckMemory memory;
  private final Cell cell;
  private KernelTask owner;

  LincheckSpinLock(LincheckMemory memory, Cell cell) {
    this.memory = memory;
    this.cell = cell;
  }

  @Override
  public void lock() {
    if (heldByMe()) {
      throw new KernelBug(
          KernelBug.Kind.RECURSIVE_LOCK, cell.name, memory.me().name + " holds it already");
    }
    memory.awaitAccess(cell, "spin_lock", () -> owner == null);
    owner = memory.me();
    memory.changed();
    owner.acquired(cell.name, Mode.SPINNING);
    memory.recorder().record(owner, cell.name, "", true);
  }

  @Override
  public void unlock() {
    memory.access(cell, "spin_unlock");
    if (!heldByMe()) {
      throw new KernelBug(
          KernelBug.Kind.UNLOCK_NOT_HELD, cell.name, memory.me().name + " does not hold it");
    }
    KernelTask me = owner;
    owner = null;
    memory.changed();
    me.released(cell.name);
    memory.recorder().record(me, cell.name, "", true);
  }

  @Override
  public boolean heldByMe() {
    return owner == memory.me();
  }
}
