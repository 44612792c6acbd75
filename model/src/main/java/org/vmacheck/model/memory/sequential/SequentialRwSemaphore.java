package org.vmacheck.model.memory.sequential;

import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** A reader-writer semaphore that only lockdep looks at: what one thread holds, it holds alone. */
final class SequentialRwSemaphore implements RwSemaphore {

  private final Lockdep lockdep;
  private final Slot slot;
  private final String name;
  private final LockdepMap map;

  SequentialRwSemaphore(Lockdep lockdep, Slot slot, String name, LockdepMap map) {
    this.lockdep = lockdep;
    this.slot = slot;
    this.name = name;
    this.map = map;
  }

  @Override
  public void downRead() {
    slot.access(name);
    lockdep.checkAcquire(map, Mode.READ, 0, "down_read");
    lockdep.acquired(map, Mode.READ, 0);
  }

  /** The thread's own hold counts like anybody's: a write hold refuses, a read hold does not. */
  @Override
  public boolean downReadTrylock() {
    slot.access(name);
    if (writeHeldByMe()) {
      return false;
    }
    lockdep.acquired(map, Mode.READ, 0);
    return true;
  }

  @Override
  public void upRead() {
    slot.access(name);
    lockdep.release(map, Mode.READ, "up_read");
  }

  @Override
  public void downWriteNested(int subclass) {
    slot.access(name);
    lockdep.checkAcquire(map, Mode.WRITE, subclass, "down_write");
    lockdep.acquired(map, Mode.WRITE, subclass);
  }

  @Override
  public boolean downWriteTrylock() {
    slot.access(name);
    if (heldByMe()) {
      return false;
    }
    lockdep.acquired(map, Mode.WRITE, 0);
    return true;
  }

  @Override
  public void upWrite() {
    slot.access(name);
    lockdep.release(map, Mode.WRITE, "up_write");
  }

  @Override
  public void downgradeWrite() {
    slot.access(name);
    lockdep.downgrade(map, "downgrade_write");
  }

  @Override
  public boolean heldByMe() {
    return lockdep.holds(map);
  }

  @Override
  public boolean writeHeldByMe() {
    return lockdep.holds(map, Mode.WRITE);
  }
}
