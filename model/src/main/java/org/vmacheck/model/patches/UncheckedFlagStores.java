package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Commit;

/**
 * Before it, {@code vm_flags_set} and {@code vm_flags_clear} write-lock the VMA, and {@code
 * vm_flags_reset} and {@code vm_flags_reset_once} assert that the caller has.
 */
@Commit(
    id = "vma_flags_t series of March 2026",
    release = "7.1",
    sentence = "most stores to a VMA's flags neither lock the VMA nor assert that it is locked")
public class UncheckedFlagStores extends VmaFlagAccess {

  public UncheckedFlagStores(VmaLock vmaLock) {
    super(vmaLock);
  }

  @Override
  public void vmaFlagsAssign(VmArea vma, long flags) {
    vmFlagsReset(vma, flags);
  }

  @Override
  public void vmaFlagsResetOnce(VmArea vma, long flags) {
    vmFlagsResetOnce(vma, flags);
  }

  /** {@code vm_flags_reset_once}: one store, for readers without a lock. */
  private void vmFlagsResetOnce(VmArea vma, long flags) {
    vmaLock.vmaAssertWriteLocked(vma);
    vma.vmFlags.writeOnce(flags);
  }

  @Override
  public void vmaSetFlagsMask(VmArea vma, long flags) {
    vmFlagsSet(vma, flags);
  }

  @Override
  public void vmaClearFlagsMask(VmArea vma, long flags) {
    vmFlagsClear(vma, flags);
  }
}
