package org.vmacheck.model.memory.sequential;

import java.util.ArrayDeque;
import java.util.Queue;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Rcu;

/** RCU of one thread: a grace period has passed as soon as the thread is in no read section. */
final class SequentialRcu implements Rcu {

  private final Queue<Runnable> callbacks = new ArrayDeque<>();
  private int depth;

  @Override
  public void readLock() {
    depth++;
  }

  @Override
  public void readUnlock() {
    if (depth == 0) {
      throw new KernelBug(
          KernelBug.Kind.UNLOCK_NOT_HELD, "rcu_read_unlock", "outside of a read section");
    }
    depth--;
    runCallbacks();
  }

  @Override
  public boolean heldByMe() {
    return depth > 0;
  }

  @Override
  public void synchronize() {
    if (depth > 0) {
      throw new KernelBug(
          KernelBug.Kind.DEADLOCK, "synchronize_rcu", "waits for the caller's own read section");
    }
  }

  @Override
  public void call(Runnable callback) {
    callbacks.add(callback);
    runCallbacks();
  }

  private void runCallbacks() {
    while (depth == 0 && !callbacks.isEmpty()) {
      callbacks.remove().run();
    }
  }
}
