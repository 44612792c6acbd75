package org.vmacheck.model.memory;

/** Read-copy update. Read sections nest. */
public interface Rcu {

  /** {@code rcu_read_lock}. */
  void readLock();

  /** {@code rcu_read_unlock}. Outside of a section it is a finding. */
  void readUnlock();

  /** {@code rcu_read_lock_held}: whether this thread is in a read section. No memory access. */
  boolean heldByMe();

  /**
   * {@code synchronize_rcu}: waits for every read section that has begun. In a read section, or
   * with a spin lock held, it is a finding.
   */
  void synchronize();

  /**
   * {@code call_rcu}: the callback runs, in a thread of its own, once every read section that had
   * begun by now has ended. It does not block.
   */
  void call(Runnable callback);
}
