package org.vmacheck.model.memory.sequential;

import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** A spin lock that only lockdep looks at. */
final class SequentialSpinLock implements SpinLock {

  private final Lockdep lockdep;
  private final Slot slot;
  private final String name;
  private final LockdepMap map;

  SequentialSpinLock(Lockdep lockdep, Slot slot, String name, LockdepMap map) {
    this.lockdep = lockdep;
    this.slot = slot;
    this.name = name;
    this.map = map;
  }

  @Override
  public void lockNested(int subclass) {
    slot.access(name);
    lockdep.checkAcquire(map, Mode.SPIN, subclass, "spin_lock");
    lockdep.acquired(map, Mode.SPIN, subclass);
  }

  @Override
  public void unlock() {
    slot.access(name);
    lockdep.release(map, Mode.SPIN, "spin_unlock");
  }

  @Override
  public boolean heldByMe() {
    return lockdep.holds(map);
  }
}
