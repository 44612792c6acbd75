package org.vmacheck.model.memory.lockdep;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.FaultInjection;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;

/**
 * What lockdep keeps in {@code task_struct}: the locks that one thread holds, outermost first, and
 * how deep it is in RCU read sections. Only that thread looks at it.
 *
 * <p>Nothing here may order the accesses of the thread that is watched. So a hold is a slot of
 * plain arrays: making an object with final fields is a store barrier in Java.
 */
public class Lockdep {

  /** As in the kernel, more than any path needs; to reach it is to leak locks. */
  private static final int MAX_LOCK_DEPTH = 48;

  private final LockdepMap[] locks = new LockdepMap[MAX_LOCK_DEPTH];
  private final Mode[] modes = new Mode[MAX_LOCK_DEPTH];
  private final int[] subclasses = new int[MAX_LOCK_DEPTH];
  private int depth;
  private int rcuReadDepth;
  private final FaultInjection faultInjection = new FaultInjection();

  /** What else {@code task_struct} keeps: what is to go wrong for the thread. */
  public FaultInjection faultInjection() {
    return faultInjection;
  }

  /** The thread begins again, with nothing held. */
  public void reset() {
    depth = 0;
    rcuReadDepth = 0;
    faultInjection.reset();
  }

  /**
   * To be asked before the thread may have to wait for a lock. An attempt that does not wait need
   * not ask: it cannot be part of a deadlock.
   *
   * @param subclass larger than that of every lock of the same class that is held; 0 for the first
   * @param function that takes it, as the kernel calls it
   * @throws KernelBug if it would sleep where it must not, if this thread holds the lock already,
   *     or if locks of one class or of two are taken against their order
   */
  public final void checkAcquire(LockdepMap lock, Mode mode, int subclass, String function) {
    if (mode != Mode.SPIN) {
      mightSleep(function);
    }
    if (holds(lock)) {
      throw new KernelBug(
          Kind.RECURSIVE_LOCK, lock.name(), function + " by the thread that holds it");
    }
    for (int i = 0; i < depth; i++) {
      depends(locks[i], lock);
      if (locks[i].lockClass().equals(lock.lockClass())) {
        checkNesting(lock, subclass, function, i);
      } else if (locks[i].comesAfter(lock)) {
        throw new KernelBug(
            Kind.LOCK_ORDER,
            lock.name(),
            "possible circular locking dependency: "
                + function
                + " while holding "
                + locks[i]
                + ", but "
                + lock.lockClass()
                + " comes before "
                + locks[i].lockClass());
      }
    }
  }

  /**
   * {@code check_prev_add}: a lock is about to be waited for while another one is held. What is
   * learnt from that is up to a subclass: an engine that runs threads again must not learn.
   */
  protected void depends(LockdepMap held, LockdepMap wanted) {}

  private void checkNesting(LockdepMap lock, int subclass, String function, int held) {
    if (subclass <= subclasses[held]) {
      throw new KernelBug(
          Kind.LOCK_ORDER,
          lock.name(),
          "possible recursive locking: "
              + function
              + " while holding "
              + locks[held]
              + " of the same class, and no nesting annotation orders the two");
    }
  }

  /** The thread has got the lock, after {@link #checkAcquire} or by an attempt. */
  public void acquired(LockdepMap lock, Mode mode, int subclass) {
    if (depth == MAX_LOCK_DEPTH) {
      throw new KernelBug(
          Kind.ASSERTION,
          "MAX_LOCK_DEPTH",
          "one thread holds too many locks, the last of them " + locks[depth - 1]);
    }
    locks[depth] = lock;
    modes[depth] = mode;
    subclasses[depth] = subclass;
    depth++;
  }

  /**
   * The thread is about to release its latest hold of the lock.
   *
   * @throws KernelBug if it does not hold the lock, or not in this mode
   */
  public void release(LockdepMap lock, Mode mode, String function) {
    release(mustHold(lock, mode, function));
  }

  /** As {@link #release(LockdepMap, Mode, String)}, in whatever mode it is held. */
  public void release(LockdepMap lock, String function) {
    int at = latest(lock);
    if (at < 0) {
      throw notHeld(lock, function + " without holding it");
    }
    release(at);
  }

  private void release(int at) {
    depth--;
    System.arraycopy(locks, at + 1, locks, at, depth - at);
    System.arraycopy(modes, at + 1, modes, at, depth - at);
    System.arraycopy(subclasses, at + 1, subclasses, at, depth - at);
    locks[depth] = null;
  }

  /** {@code lock_downgrade}: from writer to reader, in its place among the locks held. */
  public void downgrade(LockdepMap lock, String function) {
    modes[mustHold(lock, Mode.WRITE, function)] = Mode.READ;
  }

  /** {@code lock_is_held}. */
  public boolean holds(LockdepMap lock) {
    return latest(lock) >= 0;
  }

  /** {@code lock_is_held_type}: whether the latest hold of the lock is in this mode. */
  public boolean holds(LockdepMap lock, Mode mode) {
    int at = latest(lock);
    return at >= 0 && modes[at] == mode;
  }

  /** {@code rcu_read_lock}. Sections nest. */
  public void rcuReadLock() {
    rcuReadDepth++;
  }

  /** {@code rcu_read_unlock}. */
  public void rcuReadUnlock() {
    if (rcuReadDepth == 0) {
      throw new KernelBug(Kind.UNLOCK_NOT_HELD, "rcu_read_unlock", "outside of a read section");
    }
    rcuReadDepth--;
  }

  /** {@code rcu_read_lock_held}. */
  public boolean rcuReadLockHeld() {
    return rcuReadDepth > 0;
  }

  /**
   * {@code might_sleep}.
   *
   * @param function that may sleep
   * @throws KernelBug if a spin lock is held, or an RCU read section is open
   */
  public void mightSleep(String function) {
    for (int i = 0; i < depth; i++) {
      if (modes[i] == Mode.SPIN) {
        throw invalidContext(function + " while holding " + locks[i]);
      }
    }
    if (rcuReadLockHeld()) {
      throw invalidContext(function + " in an RCU read-side critical section");
    }
  }

  private static KernelBug invalidContext(String what) {
    return new KernelBug(
        Kind.SLEEP_IN_ATOMIC,
        "might_sleep",
        "sleeping function called from invalid context: " + what);
  }

  /**
   * {@code lockdep_sys_exit}: the thread ends, or returns to user space.
   *
   * @throws KernelBug if it takes a lock or an open read section with it
   */
  public void sysExit() {
    if (depth > 0) {
      throw new KernelBug(
          Kind.LOCK_LEFT_HELD, locks[depth - 1].name(), "lock held when returning to user space");
    }
    if (rcuReadLockHeld()) {
      throw new KernelBug(
          Kind.LOCK_LEFT_HELD, "rcu_read_lock", "lock held when returning to user space");
    }
  }

  /** Outermost first. */
  public List<HeldLock> heldLocks() {
    List<HeldLock> held = new ArrayList<>(depth);
    for (int i = 0; i < depth; i++) {
      held.add(new HeldLock(locks[i].name(), modes[i]));
    }
    return List.copyOf(held);
  }

  private int mustHold(LockdepMap lock, Mode mode, String function) {
    int at = latest(lock);
    if (at < 0) {
      throw notHeld(lock, function + " without holding it");
    }
    if (modes[at] != mode) {
      throw notHeld(
          lock,
          function + " of a lock held for " + (modes[at] == Mode.READ ? "reading" : "writing"));
    }
    return at;
  }

  private int latest(LockdepMap lock) {
    for (int i = depth - 1; i >= 0; i--) {
      if (locks[i] == lock) {
        return i;
      }
    }
    return -1;
  }

  private static KernelBug notHeld(LockdepMap lock, String what) {
    return new KernelBug(Kind.UNLOCK_NOT_HELD, lock.name(), what);
  }
}
