package org.vmacheck.checks.mutants;

import org.vmacheck.model.memory.Rcu;

/** Read-copy update whose read sections or grace periods may be left out. */
final class WeakRcu implements Rcu {

  private final WeakThread thread;
  private final Rcu rcu;

  WeakRcu(WeakThread thread, Rcu rcu) {
    this.thread = thread;
    this.rcu = rcu;
  }

  @Override
  public void readLock() {
    thread.readLock(new Event(Call.RCU_READ_LOCK, ""), rcu::readLock);
  }

  @Override
  public void readUnlock() {
    thread.readUnlock(rcu::readUnlock);
  }

  @Override
  public boolean heldByMe() {
    return rcu.heldByMe() || thread.pretendsToReadRcu();
  }

  @Override
  public void synchronize() {
    thread.step(new Event(Call.SYNCHRONIZE_RCU, ""), rcu::synchronize);
  }

  @Override
  public void call(Runnable callback) {
    thread.call(new Event(Call.CALL_RCU, ""), callback, rcu::call);
  }
}
