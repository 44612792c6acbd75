package org.vmacheck.checks.lkmm;

/** What an event says about order; the tags of the model's bell file, and of its lock events. */
public enum Tag {
  /** The initial write of a location. */
  INIT,
  /** A plain C access. */
  PLAIN,
  /** {@code READ_ONCE}, {@code WRITE_ONCE}, relaxed read-modify-writes. */
  ONCE,
  ACQUIRE,
  RELEASE,
  /** The read or the write of a fully ordered read-modify-write; as a fence, {@code smp_mb()}. */
  MB,
  /** The read or the write of a read-modify-write without a return value. */
  NORETURN,

  /** The read and the write of {@code spin_lock()} or of a successful {@code spin_trylock()}. */
  LOCK,
  /** The write of {@code spin_unlock()}. */
  UNLOCK,
  /**
   * The read of a failed {@code spin_trylock()}, or of a {@code spin_is_locked()} that says yes.
   */
  LOCKED,
  /** The read of a {@code spin_is_locked()} that says no. */
  UNLOCKED,

  /** The read of {@code srcu_read_lock()}. */
  SRCU_LOCK,
  /** The write of {@code srcu_read_unlock()}. */
  SRCU_UNLOCK,

  WMB,
  RMB,
  /** A compiler barrier: orders nothing between threads. */
  BARRIER,
  RCU_LOCK,
  RCU_UNLOCK,
  SYNC_RCU,
  SYNC_SRCU,
  BEFORE_ATOMIC,
  AFTER_ATOMIC,
  AFTER_SPINLOCK,
  AFTER_UNLOCK_LOCK,
  AFTER_SRCU_READ_UNLOCK
}
