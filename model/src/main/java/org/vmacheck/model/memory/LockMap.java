package org.vmacheck.model.memory;

/**
 * The {@code lockdep_map} of a lock that the model builds from words: what a thread says of it, so
 * that assertions can ask for the owner, reports can name it and its order is checked. Never an
 * access to memory, and never an exclusion: a wrong lock algorithm is not mended by it.
 */
public interface LockMap {

  /**
   * {@code lock_acquire_shared(.., trylock = 1)}: this thread now holds the lock for reading, got
   * by an attempt that does not wait, so any order with other locks is fine.
   */
  void acquiredRead();

  /**
   * {@code rwsem_acquire}: this thread takes the lock for writing, and may have to wait for it. To
   * hold it already, to hold what must not be held before it, or not to be allowed to sleep, is a
   * finding.
   */
  void acquireWrite();

  /** {@code rwsem_release}: this thread has released its latest hold, in whatever mode. */
  void released();

  /** Whether this thread holds it in either mode. */
  boolean heldByMe();

  /** Whether this thread holds it for writing. */
  boolean writeHeldByMe();
}
