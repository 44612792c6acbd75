package org.vmacheck.model.memory;

/**
 * {@code struct rw_semaphore}: mmap_lock, i_mmap_rwsem, the anon_vma root. A writer that waits
 * keeps new readers out, so a reader that comes after it waits as well, and a thread that reads
 * twice may wait for itself. Taking it is an acquire, releasing it a release. What {@link
 * org.vmacheck.model.memory.lockdep.Lockdep} forbids is a finding.
 */
public interface RwSemaphore {

  /** {@code down_read}. */
  void downRead();

  /** {@code down_read_trylock}: fails, without waiting, if a writer holds or waits. */
  boolean downReadTrylock();

  /** {@code up_read}. */
  void upRead();

  /** {@code down_write}. */
  default void downWrite() {
    downWriteNested(0);
  }

  /**
   * {@code down_write_nested}: with locks of the same class held.
   *
   * @param subclass larger than theirs, whose order among each other the caller knows to be safe
   */
  void downWriteNested(int subclass);

  /** {@code down_write_trylock}: fails, without waiting, if anybody holds it or waits. */
  boolean downWriteTrylock();

  /** {@code up_write}. */
  void upWrite();

  /** {@code downgrade_write}: from writer to reader, with no instant at which it is free. */
  void downgradeWrite();

  /** {@code lockdep_is_held}: whether this thread holds it in either mode. No memory access. */
  boolean heldByMe();

  /** {@code lockdep_is_held_type(.., 0)}: whether this thread holds it for writing. */
  boolean writeHeldByMe();
}
