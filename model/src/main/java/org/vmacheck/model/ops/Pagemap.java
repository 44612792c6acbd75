package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.PageWalk.WalkLock;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.Pte;

/**
 * fs/proc/task_mmu.c, {@code /proc/PID/pagemap}: an entry a page, read from the page tables. Each
 * PMD range is a section of mmap_lock of its own, so a reader of several sees no one moment.
 */
public class Pagemap {

  private final Kernel kernel;

  public Pagemap(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code pagemap_read} of all pages. The caller holds nothing.
   *
   * @return a bit for each page whose entry has {@code PM_GUARD_REGION}, which there is since 6.15
   */
  @KernelFunction("pagemap_read")
  public long guards(MmStruct mm) {
    Geometry geometry = mm.pageTables.geometry();
    long[] guards = {0};
    for (long start = 0; start < geometry.pages(); ) {
      long end = geometry.pmdAddrEnd(start, geometry.pages());
      kernel.path(MmapLock.class).mmapReadLock(mm);
      kernel
          .path(PageWalk.class)
          .walkPageRange(
              mm,
              start,
              end,
              WalkLock.RDLOCK,
              (page, pte) -> guards[0] |= pteToPagemapEntry(page, pte.readOnce()));
      kernel.path(MmapLock.class).mmapReadUnlock(mm);
      start = end;
    }
    return guards[0];
  }

  /** {@code pte_to_pagemap_entry}. */
  private static long pteToPagemapEntry(long page, long pte) {
    return Pte.isGuard(pte) ? 1L << page : 0;
  }
}
