package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;

/**
 * fs/proc/task_mmu.c, {@code clear_refs_write} for soft-dirty: takes the flag off every VMA. The
 * bits of the page-table entries are not modelled.
 */
public class ClearRefs {

  protected final Kernel kernel;

  public ClearRefs(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code echo 4 > clear_refs}. The caller holds nothing. */
  public void clearRefsWrite(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    for (VmaTree.Entry entry : kernel.path(VmaIterator.class).vmaIterLoad(mm).entries()) {
      VmArea vma = entry.vma();
      if ((vma.vmFlags.plain() & VmFlags.SOFTDIRTY) != 0) {
        kernel.path(VmaFlagAccess.class).vmFlagsClear(vma, VmFlags.SOFTDIRTY);
      }
    }
    beforeWalk(mm);
    walk(mm);
    afterWalk(mm);
  }

  /** Who copies a page at a write fault must not come between entry and flush (H1). */
  @Folded
  protected void beforeWalk(MmStruct mm) {}

  /** {@code clear_soft_dirty}: of entries that nobody asks for where nobody keeps translations. */
  @Folded
  protected void walk(MmStruct mm) {}

  @Folded
  protected void afterWalk(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
  }
}
