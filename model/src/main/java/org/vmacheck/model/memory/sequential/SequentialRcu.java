package org.vmacheck.model.memory.sequential;

import java.util.ArrayDeque;
import java.util.Queue;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.lockdep.Lockdep;

/** RCU of one thread: a grace period has passed as soon as the thread is in no read section. */
final class SequentialRcu implements Rcu {

  private final Queue<Runnable> callbacks = new ArrayDeque<>();
  private final Lockdep lockdep;

  SequentialRcu(Lockdep lockdep) {
    this.lockdep = lockdep;
  }

  @Override
  public void readLock() {
    lockdep.rcuReadLock();
  }

  @Override
  public void readUnlock() {
    lockdep.rcuReadUnlock();
    runCallbacks();
  }

  @Override
  public boolean heldByMe() {
    return lockdep.rcuReadLockHeld();
  }

  @Override
  public void synchronize() {
    lockdep.mightSleep("synchronize_rcu");
  }

  @Override
  public void call(Runnable callback) {
    callbacks.add(callback);
    runCallbacks();
  }

  private void runCallbacks() {
    while (!heldByMe() && !callbacks.isEmpty()) {
      callbacks.remove().run();
    }
  }
}
