package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** A lock that the model builds from words: bookkeeping of the running thread, never a step. */
final class ExploreLockMap implements LockMap {

  private final ExploreMemory memory;
  private final LockdepMap map;

  ExploreLockMap(ExploreMemory memory, LockdepMap map) {
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

  @Override
  public String toString() {
    return map.name();
  }
}
