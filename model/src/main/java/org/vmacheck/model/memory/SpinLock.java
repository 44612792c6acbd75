package org.vmacheck.model.memory;

/** {@code spinlock_t}: page-table locks. Taking it is an acquire, giving it back a release. */
public interface SpinLock {

  /** {@code spin_lock}. Taking it twice in one thread is a deadlock. */
  void lock();

  /** {@code spin_unlock}. Unlocking what this thread does not hold is a finding. */
  void unlock();

  /** {@code lockdep_is_held}: whether this thread holds it. Not an access to memory. */
  boolean heldByMe();
}
