package org.vmacheck.model.locking;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * The functions that read and change {@code vm_flags}. Some write-lock the VMA, some assert that it
 * is write-locked, and some leave both to the caller.
 */
public class VmaFlagAccess {

  protected final VmaLock vmaLock;

  public VmaFlagAccess(VmaLock vmaLock) {
    this.vmaLock = vmaLock;
  }

  /** {@code vm_flags_init}: for a VMA that nobody else can reach yet. */
  public void vmFlagsInit(VmArea vma, long flags) {
    vma.vmFlags.plain(flags);
  }

  /** {@code vm_flags_reset}: the caller has write-locked the VMA. */
  public void vmFlagsReset(VmArea vma, long flags) {
    vmaLock.vmaAssertWriteLocked(vma);
    vmFlagsInit(vma, flags);
  }

  /**
   * {@code vma->flags = flags}: the caller has write-locked the VMA, which nothing asserts.
   *
   * <p>Like the next three, it replaces a function that locked or asserted (7.1).
   */
  @Folded
  public void vmaFlagsAssign(VmArea vma, long flags) {
    vma.vmFlags.plain(flags);
  }

  /** {@code vma_flags_reset_once}: one store, for readers without a lock. Asserts nothing. */
  public void vmaFlagsResetOnce(VmArea vma, long flags) {
    vma.vmFlags.writeOnce(flags);
  }

  /** {@code vma_set_flags_mask}: neither locks nor asserts. */
  public void vmaSetFlagsMask(VmArea vma, long flags) {
    vma.vmFlags.plain(vma.vmFlags.plain() | flags);
  }

  /** {@code vma_clear_flags_mask}: neither locks nor asserts. */
  public void vmaClearFlagsMask(VmArea vma, long flags) {
    vma.vmFlags.plain(vma.vmFlags.plain() & ~flags);
  }

  /** {@code vm_flags_set}: write-locks the VMA itself. */
  public void vmFlagsSet(VmArea vma, long flags) {
    vmaLock.vmaStartWrite(vma);
    vma.vmFlags.plain(vma.vmFlags.plain() | flags);
  }

  /** {@code vm_flags_clear}: write-locks the VMA itself. */
  public void vmFlagsClear(VmArea vma, long flags) {
    vmaLock.vmaStartWrite(vma);
    vma.vmFlags.plain(vma.vmFlags.plain() & ~flags);
  }

  /**
   * {@code vma_flag_set_atomic}: sets a bit of the allow-list with only mmap_lock or the VMA lock
   * held, in any mode. Atomic, not ordered: what follows is ordered by the page-table lock (C66).
   */
  @KernelFunction("vma_set_atomic_flag")
  public void vmaFlagSetAtomic(VmArea vma, int bit) {
    vmaLock.vmaAssertStabilised(vma);
    checkAllowed(bit);
    vma.vmFlags.setBit(bit);
  }

  /** {@code vma_flag_test_atomic}: asserts no lock; the caller serialises by other means. */
  @KernelFunction("vma_test_atomic_flag")
  public boolean vmaFlagTestAtomic(VmArea vma, int bit) {
    checkAllowed(bit);
    return vma.vmFlags.testBit(bit);
  }

  @KernelFunction("__vma_atomic_valid_flag")
  protected void checkAllowed(int bit) {
    KernelBug.check(
        (VmFlags.ATOMIC_SET_ALLOWED & (1L << bit)) != 0,
        "__vma_flag_atomic_valid",
        "bit " + bit + " is not one that may be set atomically");
  }
}
