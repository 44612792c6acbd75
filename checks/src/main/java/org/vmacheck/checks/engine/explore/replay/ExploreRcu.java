package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.checks.engine.explore.graph.Step.Fence;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.Rcu;

/**
 * Read-copy update. The borders of read sections and the grace periods are steps of their own; what
 * they order is the memory model's business. Callbacks wait in a cell for a thread that the engine
 * adds to the program: it takes what there is, waits for a grace period, and runs it.
 */
final class ExploreRcu implements Rcu {

  private record Callback(Runnable body, Callback before) {}

  private final ExploreMemory memory;
  private final int queue;

  ExploreRcu(ExploreMemory memory) {
    this.memory = memory;
    queue = memory.newLocation("rcu.callbacks", 0, callbacks -> callbacks == 0 ? "none" : "queued");
  }

  @Override
  public void readLock() {
    if (!heldByMe()) {
      memory.fence(Fence.RCU_LOCK);
    }
    memory.lockdep().rcuReadLock();
  }

  @Override
  public void readUnlock() {
    memory.lockdep().rcuReadUnlock();
    if (!heldByMe()) {
      memory.fence(Fence.RCU_UNLOCK);
    }
  }

  @Override
  public boolean heldByMe() {
    return memory.lockdep().rcuReadLockHeld();
  }

  @Override
  public void synchronize() {
    memory.lockdep().mightSleep("synchronize_rcu");
    memory.fence(Fence.RCU_SYNC);
  }

  @Override
  public void call(Runnable callback) {
    if (!memory.inThreads()) {
      callback.run();
      return;
    }
    memory.update(
        queue,
        Order.FULL,
        old -> true,
        old -> memory.number(new Callback(callback, memory.reference(old))));
  }

  /** The body of the thread that runs the callbacks. It never ends. */
  long runCallbacks() {
    while (true) {
      long taken = memory.take(queue, value -> value != 0, value -> 0);
      memory.fence(Fence.RCU_SYNC);
      run(memory.reference(taken));
    }
  }

  private static void run(Callback callback) {
    if (callback != null) {
      run(callback.before());
      callback.body().run();
    }
  }
}
