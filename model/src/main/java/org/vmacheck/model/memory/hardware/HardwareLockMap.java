package org.vmacheck.model.memory.hardware;

import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** A lock that is built from words; who holds it is known to its holder alone. */
final class HardwareLockMap implements LockMap {

  private final LockdepMap map;

  HardwareLockMap(LockdepMap map) {
    this.map = map;
  }

  @Override
  public void acquiredRead() {
    HardwareMemory.current().acquired(map, Mode.READ, 0);
  }

  @Override
  public void acquireWrite() {
    Lockdep lockdep = HardwareMemory.current();
    lockdep.checkAcquire(map, Mode.WRITE, 0, "rwsem_acquire");
    lockdep.acquired(map, Mode.WRITE, 0);
  }

  @Override
  public void released() {
    HardwareMemory.current().release(map, "rwsem_release");
  }

  @Override
  public boolean heldByMe() {
    return HardwareMemory.current().holds(map);
  }

  @Override
  public boolean writeHeldByMe() {
    return HardwareMemory.current().holds(map, Mode.WRITE);
  }

  @Override
  public String toString() {
    return map.name();
  }
}
