package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.TlbFlush.MmuGather;
import org.vmacheck.model.release.Proposal;

/**
 * Without it, who has waited for the readers of the VMA goes on while a processor still gets at
 * pages that one of them has thrown away.
 *
 * <pre>
 *   madvise(MADV_DONTNEED)            mseal                         user
 *     vma_start_read
 *     clear the entry
 *     vma_end_read
 *                                       vma_start_write, set VM_SEALED
 *                                                                     the page as it was
 *     flush the translation
 *                                                                     zeroes
 * </pre>
 */
@Proposal("madvise flushes translations before it gives the VMA back, not after it")
public class FlushBeforeVmaUnlock extends Madvise {

  public FlushBeforeVmaUnlock(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void unlockAndFlush(VmArea vma, MmuGather tlb) {
    madviseFinishTlb(tlb);
    kernel.path(VmaLock.class).vmaEndRead(vma);
  }
}
