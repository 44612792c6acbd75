package org.vmacheck.checks.mutants;

import org.vmacheck.checks.mutants.WeakThread.Hold;
import org.vmacheck.model.memory.SpinLock;

/** A spin lock that may be left out, or held for too short. */
final class WeakSpinLock implements SpinLock {

  private final WeakThread thread;
  private final SpinLock lock;
  private final String name;

  WeakSpinLock(WeakThread thread, SpinLock lock, String name) {
    this.thread = thread;
    this.lock = lock;
    this.name = Event.plainName(name);
  }

  @Override
  public void lock() {
    lock(lock::lock);
  }

  @Override
  public void lockNested(int subclass) {
    lock(() -> lock.lockNested(subclass));
  }

  private void lock(Runnable acquire) {
    thread.lock(lock, new Event(Call.SPIN_LOCK, name), new Hold(acquire, lock::unlock));
  }

  @Override
  public void unlock() {
    thread.unlock(lock, new Event(Call.SPIN_UNLOCK, name), lock::unlock);
  }

  @Override
  public boolean heldByMe() {
    return lock.heldByMe() || thread.pretends(lock);
  }
}
