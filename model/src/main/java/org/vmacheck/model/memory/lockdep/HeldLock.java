package org.vmacheck.model.memory.lockdep;

/**
 * {@code struct held_lock}: one lock that a thread holds.
 *
 * @param name of the lock in reports: {@code mm#1.mmap_lock}
 */
public record HeldLock(String name, Mode mode) {

  /** How a lock is held. */
  public enum Mode {
    /** A sleeping lock, with other readers. */
    READ,
    /** A sleeping lock, alone. */
    WRITE,
    /** A spin lock: its holder must not sleep. */
    SPIN
  }
}
