package org.vmacheck.model.memory;

/**
 * {@code spinlock_t}: page-table locks. Taking it is an acquire, releasing it a release. What
 * {@link org.vmacheck.model.memory.lockdep.Lockdep} forbids is a finding.
 */
public interface SpinLock {

  /** {@code spin_lock}. Taking it twice in one thread is a deadlock. */
  default void lock() {
    lockNested(0);
  }

  /**
   * {@code spin_lock_nested}: with locks of the same class held.
   *
   * @param subclass larger than theirs, whose order among each other the caller knows to be safe
   */
  void lockNested(int subclass);

  /** {@code spin_unlock}. Unlocking what this thread does not hold is a finding. */
  void unlock();

  /** {@code lockdep_is_held}: whether this thread holds it. Not an access to memory. */
  boolean heldByMe();
}
