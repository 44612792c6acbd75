package org.vmacheck.model.memory.sequential;

import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** What the one thread says about a lock that is built from words. */
final class SequentialLockMap implements LockMap {

  private final Lockdep lockdep;
  private final LockdepMap map;

  SequentialLockMap(Lockdep lockdep, LockdepMap map) {
    this.lockdep = lockdep;
    this.map = map;
  }

  @Override
  public void acquiredRead() {
    lockdep.acquired(map, Mode.READ, 0);
  }

  @Override
  public void acquireWrite() {
    lockdep.checkAcquire(map, Mode.WRITE, 0, "rwsem_acquire");
    lockdep.acquired(map, Mode.WRITE, 0);
  }

  @Override
  public void released() {
    lockdep.release(map, "rwsem_release");
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
