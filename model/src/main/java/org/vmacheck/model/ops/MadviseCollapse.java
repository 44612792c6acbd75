package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Khugepaged.ScanResult;
import org.vmacheck.model.pgtable.Geometry;

/** mm/khugepaged.c, {@code madvise_collapse}: the caller asks for its own huge pages. */
public class MadviseCollapse {

  protected final Kernel kernel;

  public MadviseCollapse(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code madvise_collapse}: pages [start, end) of one VMA, PMD range by PMD range. mmap_lock is
   * held for reading at the begin and at the end, and dropped in between.
   *
   * @return 0, also if there is no whole PMD range; {@code -EINVAL} if the VMA can have no huge
   *     pages, or a negated errno if a range could not be collapsed
   */
  long madviseCollapse(VmArea vma, long start, long end) {
    MmStruct mm = vma.vmMm.plain();
    int pages = mm.pageTables.geometry().pagesPerTable();
    if (!collapsePossible(vma, pages)) {
      return -Errno.EINVAL;
    }
    long hstart = (start + pages - 1) / pages * pages;
    long hend = end / pages * pages;
    if (isNegative(hstart, hend)) {
      return -Errno.EINVAL;
    }
    ScanResult lastFail = ScanResult.SUCCEED;
    for (long at = hstart; at < hend; at += pages) {
      VmArea current = at == hstart ? vma : revalidate(mm, at, pages);
      if (current == null) {
        return -Errno.EINVAL;
      }
      ScanResult result = collapseSinglePmd(mm, current, at);
      kernel.path(MmapLock.class).mmapReadLock(mm);
      if (result != ScanResult.SUCCEED) {
        lastFail = result;
      }
    }
    return madviseCollapseErrno(lastFail);
  }

  /** To collapse nothing is done at once, also where a range lies within one huge page (7.2). */
  @Folded
  protected boolean isNegative(long hstart, long hend) {
    return false;
  }

  /**
   * {@code collapse_possible}: the VMA spans a huge page, and if it is anonymous has been faulted.
   */
  private static boolean collapsePossible(VmArea vma, int pages) {
    long last = (vma.vmEnd.plain() - pages) / pages * pages;
    return (vma.vmFlags.plain() & (VmFlags.SPECIAL | VmFlags.HUGETLB)) == 0
        && vma.vmEnd.plain() >= pages
        && last >= vma.vmStart.plain()
        && (!vma.vmaIsAnonymous() || vma.anonVma.plain() != null);
  }

  @Folded
  private VmArea revalidate(MmStruct mm, long page, int pages) {
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(page);
    boolean spans = vma != null && vma.vmStart.plain() <= page && page + pages <= vma.vmEnd.plain();
    return spans ? vma : null;
  }

  /** {@code collapse_single_pmd}. Returns with mmap_lock dropped. */
  private ScanResult collapseSinglePmd(MmStruct mm, VmArea vma, long page) {
    if (vma.vmaIsAnonymous()) {
      return kernel.path(CollapseHugePage.class).collapseSinglePmd(mm, vma, page);
    }
    AddressSpace mapping = vma.vmFile.plain();
    long pgoff = vma.linearPageIndex(page);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    Geometry geometry = mm.pageTables.geometry();
    if (pgoff % geometry.pagesPerTable() != 0) {
      return ScanResult.FAIL;
    }
    ScanResult result = kernel.path(Khugepaged.class).collapseFile(mapping, pgoff, geometry);
    if (result != ScanResult.SUCCEED && result != ScanResult.PTE_MAPPED_HUGEPAGE) {
      return result;
    }
    return kernel.path(CollapsePteMapped.class).collapsePteMappedThp(mm, page);
  }

  /** {@code madvise_collapse_errno}. */
  private static long madviseCollapseErrno(ScanResult result) {
    return switch (result) {
      case SUCCEED -> 0;
      case PAGE_LOCK, PAGE_COUNT -> -Errno.EAGAIN;
      default -> -Errno.EINVAL;
    };
  }
}
