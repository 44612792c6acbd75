package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;

/** fs/proc/task_mmu.c, {@code do_pagemap_scan}, as far as huge pages are written to again. */
public class PagemapScan {

  private final Kernel kernel;

  public PagemapScan(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code PAGEMAP_SCAN} with {@code PM_SCAN_WP_MATCHING}.
   *
   * @return 0, or {@code -EINVAL} if the range is not one of huge pages
   */
  public long doPagemapScan(MmStruct mm, long start, long pages) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(start);
    boolean huge =
        vma != null && Hugetlb.isVmHugetlbPage(vma) && start + pages <= vma.vmEnd.plain();
    if (huge) {
      kernel.path(Hugetlb.class).pagemapScanWp(vma, start, start + pages);
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return huge ? 0 : -Errno.EINVAL;
  }
}
