package org.vmacheck.model.memory.hardware;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.vmacheck.model.memory.SpinLock;

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

  private final String name;

  @SuppressWarnings("UnusedVariable") // LOCKED is how it is used
  private boolean locked;

  HardwareSpinLock(String name) {
    this.name = name;
  }

  @Override
  public void lock() {
    HeldLocks held = HeldLocks.mine();
    held.mustNotHold(this, "spin_lock");
    SpinWait wait = new SpinWait();
    while ((boolean) LOCKED.getOpaque(this)
        || !LOCKED.weakCompareAndSetAcquire(this, false, true)) {
      wait.once();
    }
    held.acquiredWrite(this);
  }

  @Override
  public void unlock() {
    HeldLocks held = HeldLocks.mine();
    held.mustHoldWrite(this, "spin_unlock");
    held.released(this);
    LOCKED.setRelease(this, false);
  }

  @Override
  public boolean heldByMe() {
    return HeldLocks.mine().holds(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
