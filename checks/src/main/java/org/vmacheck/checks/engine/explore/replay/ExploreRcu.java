package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.checks.engine.explore.graph.Label.Fence;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
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
  private int nesting;

  ExploreRcu(ExploreMemory memory) {
    this.memory = memory;
    queue = memory.newLocation("rcu.callbacks", 0, callbacks -> callbacks == 0 ? "none" : "queued");
  }

  /** A replay begins. */
  void reset() {
    nesting = 0;
  }

  @Override
  public void readLock() {
    if (nesting == 0) {
      memory.fence(Fence.RCU_LOCK);
    }
    nesting++;
  }

  @Override
  public void readUnlock() {
    if (nesting == 0) {
      throw new KernelBug(Kind.UNLOCK_NOT_HELD, "rcu_read_lock", "rcu_read_unlock outside of it");
    }
    nesting--;
    if (nesting == 0) {
      memory.fence(Fence.RCU_UNLOCK);
    }
  }

  @Override
  public boolean heldByMe() {
    return nesting > 0;
  }

  @Override
  public void synchronize() {
    if (nesting > 0) {
      throw new KernelBug(
          Kind.ASSERTION,
          "synchronize_rcu",
          "illegal synchronize_rcu in an RCU read-side critical section");
    }
    String spinning = memory.held().spinning();
    if (spinning != null) {
      throw new KernelBug(
          Kind.ASSERTION, "might_sleep", "synchronize_rcu while holding " + spinning);
    }
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
