package org.vmacheck.model.memory.hardware;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/** A test-and-test-and-set lock. */
final class HardwareSpinLock implements SpinLock {

  private static final VarHandle LOCKED;

  static {
    try {
      LOCKED =
          MethodHandles.lookup().findVarHandle(HardwareSpinLock.class, "locked", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final LockdepMap map;

  @SuppressWarnings("UnusedVariable") // LOCKED is how it is used
  private boolean locked;

  HardwareSpinLock(LockdepMap map) {
    this.map = map;
  }

  @Override
  public void lockNested(int subclass) {
    Lockdep lockdep = HardwareMemory.current();
    lockdep.checkAcquire(map, Mode.SPIN, subclass, "spin_lock");
    SpinWait wait = new SpinWait();
    while ((boolean) LOCKED.getOpaque(this)
        || !LOCKED.weakCompareAndSetAcquire(this, false, true)) {
      wait.once();
    }
    lockdep.acquired(map, Mode.SPIN, subclass);
  }

  @Override
  public void unlock() {
    HardwareMemory.current().release(map, Mode.SPIN, "spin_unlock");
    LOCKED.setRelease(this, false);
  }

  @Override
  public boolean heldByMe() {
    return HardwareMemory.current().holds(map);
  }

  @Override
  public String toString() {
    return map.name();
  }
}
