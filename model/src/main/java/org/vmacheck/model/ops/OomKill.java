package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmCount;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.KernelFunction;

/** mm/oom_kill.c: another process takes the memory of one that has been killed. */
public class OomKill {

  protected final Kernel kernel;
  private final MmCount mmCount;

  public OomKill(Kernel kernel) {
    this.kernel = kernel;
    this.mmCount = new MmCount(kernel.memory());
  }

  /**
   * {@code process_mrelease(2)}. The caller has the mm pinned, which ends here.
   *
   * @return 0
   */
  @KernelFunction("__do_sys_process_mrelease")
  public long processMrelease(MmStruct mm) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    if (!mm.flags.testBit(MmStruct.MMF_OOM_SKIP)) {
      oomReapTaskMm(mm);
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    mmCount.mmdrop(mm);
    return 0;
  }

  /** {@code __oom_reap_task_mm}: what is private goes. */
  @KernelFunction("__oom_reap_task_mm")
  private void oomReapTaskMm(MmStruct mm) {
    for (VmaTree.Entry entry : kernel.path(VmaIterator.class).vmaIterLoad(mm).entries()) {
      VmArea vma = entry.vma();
      long flags = vma.vmFlags.plain();
      if ((flags & (VmFlags.HUGETLB | VmFlags.PFNMAP)) == 0
          && (vma.vmaIsAnonymous() || (flags & VmFlags.SHARED) == 0)) {
        kernel.path(Zap.class).zapPageRangeSingle(vma, vma.vmStart.plain(), vma.vmEnd.plain());
      }
    }
  }
}
