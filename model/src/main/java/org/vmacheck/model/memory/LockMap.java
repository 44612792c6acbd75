package org.vmacheck.model.memory;

/**
 * {@code struct lockdep_map}: what a thread says about a lock that it built from words, so that
 * assertions can ask for the owner and reports can name the locks held. Never an access to memory,
 * and never an exclusion: a wrong lock algorithm is not mended by it.
 */
public interface LockMap {

  /** This thread now holds the lock for reading. */
  void acquiredRead();

  /** This thread now holds the lock for writing. */
  void acquiredWrite();

  /** This thread has given back one hold. */
  void released();

  /** Whether this thread holds it in either mode. */
  boolean heldByMe();

  /** Whether this thread holds it for writing. */
  boolean writeHeldByMe();
}
