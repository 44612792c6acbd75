package org.vmacheck.checks.engine.lincheck;

import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** What each thread says it holds. Never a step. */
final class LincheckLockMap implements LockMap {

  private final LincheckMemory memory;
  private final LockdepMap map;

  LincheckLockMap(LincheckMemory memory, LockdepMap map) {
    this.memory = memory;
    this.map = map;
  }

  @Override
  public void acquiredRead() {
    memory.lockdep().acquired(map, Mode.READ, 0);
  }

  @Override
  public void acquireWrite() {
    memory.lockdep().checkAcquire(map, Mode.WRITE, 0, "rwsem_acquire");
    memory.lockdep().acquired(map, Mode.WRITE, 0);
  }

  @Override
  public void released() {
    memory.lockdep().release(map, "rwsem_release");
  }

  @Override
  public boolean heldByMe() {
    return memory.lockdep().holds(map);
  }

  @Override
  public boolean writeHeldByMe() {
    return memory.lockdep().holds(map, Mode.WRITE);
  }
}
