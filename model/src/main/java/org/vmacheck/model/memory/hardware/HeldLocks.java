package org.vmacheck.model.memory.hardware;

import java.util.Arrays;
import org.vmacheck.model.memory.KernelBug;

/**
 * The locks that one thread holds, as lockdep keeps them in the task: the lock knows nothing of its
 * readers, so asking who holds it is no access to shared memory.
 */
final class HeldLocks {

  /** As in the kernel, more than any path needs; to reach it is to leak locks. */
  private static final int MAX_LOCK_DEPTH = 48;

  private static final ThreadLocal<HeldLocks> MINE = ThreadLocal.withInitial(HeldLocks::new);

  private final Object[] locks = new Object[MAX_LOCK_DEPTH];
  private final boolean[] write = new boolean[MAX_LOCK_DEPTH];
  private int depth;

  static HeldLocks mine() {
    return MINE.get();
  }

  void acquiredRead(Object lock) {
    push(lock, false);
  }

  void acquiredWrite(Object lock) {
    push(lock, true);
  }

  /** Takes the latest hold of this lock away. */
  void released(Object lock) {
    int at = latest(lock);
    if (at < 0) {
      throw notHeld(lock, "released");
    }
    depth--;
    System.arraycopy(locks, at + 1, locks, at, depth - at);
    System.arraycopy(write, at + 1, write, at, depth - at);
    locks[depth] = null;
  }

  boolean holds(Object lock) {
    return latest(lock) >= 0;
  }

  boolean holdsWrite(Object lock) {
    int at = latest(lock);
    return at >= 0 && write[at];
  }

  void mustNotHold(Object lock, String function) {
    if (holds(lock)) {
      throw new KernelBug(
          KernelBug.Kind.RECURSIVE_LOCK,
          lock.toString(),
          function + " by the thread that holds it");
    }
  }

  void mustHoldRead(Object lock, String function) {
    int at = latest(lock);
    if (at < 0 || write[at]) {
      throw notHeld(lock, function);
    }
  }

  void mustHoldWrite(Object lock, String function) {
    if (!holdsWrite(lock)) {
      throw notHeld(lock, function);
    }
  }

  private void push(Object lock, boolean forWriting) {
    if (depth == MAX_LOCK_DEPTH) {
      throw new KernelBug(
          KernelBug.Kind.ASSERTION,
          "MAX_LOCK_DEPTH",
          "one thread holds too many locks: " + Arrays.toString(locks));
    }
    locks[depth] = lock;
    write[depth] = forWriting;
    depth++;
  }

  private int latest(Object lock) {
    for (int i = depth - 1; i >= 0; i--) {
      if (locks[i] == lock) {
        return i;
      }
    }
    return -1;
  }

  private static KernelBug notHeld(Object lock, String function) {
    return new KernelBug(
        KernelBug.Kind.UNLOCK_NOT_HELD, lock.toString(), function + " without holding it");
  }
}
