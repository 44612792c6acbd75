package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/userfaultfd.c, {@code UFFDIO_WRITEPROTECT} (7.3), and what mm/mprotect.c does to entries for
 * it. In files also pages that are not mapped are write-protected, by a marker in their place;
 * anonymous memory has no such markers, as {@code UFFD_FEATURE_WP_UNPOPULATED} is not asked for.
 */
public class UffdWp {

  /** What is done to the entries. */
  private enum Change {
    /** {@code MM_CP_UFFD_WP}. */
    WP,
    /** {@code MM_CP_UFFD_WP_RESOLVE}. */
    WP_RESOLVE
  }

  private final Kernel kernel;

  public UffdWp(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code UFFDIO_WRITEPROTECT} with {@code UFFDIO_WRITEPROTECT_MODE_WP}: stores to pages [start,
   * start + pages) are faults that userfaultfd is asked about.
   *
   * @return 0; {@code -EINVAL} for no pages, {@code -ENOENT} if nothing is mapped, or a VMA is not
   *     registered for it (what comes before it is done)
   */
  public long writeProtect(MmStruct mm, long start, long pages) {
    return mwriteprotectRange(mm, start, start + pages, Change.WP);
  }

  /**
   * {@code UFFDIO_WRITEPROTECT} without it: the pages can be stored to again.
   *
   * @return as {@link #writeProtect}
   */
  public long resolve(MmStruct mm, long start, long pages) {
    return mwriteprotectRange(mm, start, start + pages, Change.WP_RESOLVE);
  }

  /** {@code mwriteprotect_range}. */
  private long mwriteprotectRange(MmStruct mm, long start, long end, Change change) {
    if (start == end) {
      return -Errno.EINVAL;
    }
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
    long result = -Errno.ENOENT;
    for (VmArea vma : tree.in(start, end)) {
      if (!Userfaultfd.userfaultfdWp(vma)) {
        result = -Errno.ENOENT;
        break;
      }
      long from = Math.max(start, vma.vmStart.plain());
      uffdWpRange(vma, from, Math.min(end, vma.vmEnd.plain()), change);
      result = 0;
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return result;
  }

  /** All of a registration's marks go with it. The caller holds mmap_lock for writing. */
  @Folded
  void resolveRange(VmArea vma, long start, long end) {
    uffdWpRange(vma, start, end, Change.WP_RESOLVE);
  }

  /** {@code uffd_wp_range}: {@code change_protection}, table by table. */
  private void uffdWpRange(VmArea vma, long start, long end, Change change) {
    MmStruct mm = vma.vmMm.plain();
    if (change == Change.WP_RESOLVE) {
      kernel.path(PteMap.class).walkPageRange(mm.pageTables, start, end, UffdWp::resolvePte);
    } else {
      protectRange(vma, start, end);
    }
    kernel.path(TlbFlush.class).flushTlbRange(mm, start, end);
  }

  /** Markers need a table to lie in. One that is retracted meanwhile is made once more. */
  @KernelFunction("change_pte_range")
  private void protectRange(VmArea vma, long start, long end) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteMap map = kernel.path(PteMap.class);
    boolean markers = userfaultfdWpUseMarkers(vma);
    for (long page = start; page < end; ) {
      if (markers) {
        map.pteAlloc(tables, page);
      }
      PteTable table = map.pteOffsetMapLock(tables, page);
      long upTo = tables.geometry().pmdAddrEnd(page, end);
      if (table != null) {
        for (long at = page; at < upTo; at++) {
          protectPte(map.pte(tables, table, at), markers);
        }
        map.pteUnmapUnlock(table);
      }
      if (table != null || !markers) {
        page = upTo;
      }
    }
  }

  /** {@code userfaultfd_wp_use_markers}. */
  @Folded
  private static boolean userfaultfdWpUseMarkers(VmArea vma) {
    return !vma.vmaIsAnonymous();
  }

  @KernelFunction("change_pte_range")
  private static void protectPte(Word pte, boolean markers) {
    long old = pte.readOnce();
    if (Pte.isPresent(old)) {
      // ptep_modify_prot_start: nothing that the MMU sets meanwhile may be lost.
      long taken = pte.xchg(Pte.NONE);
      pte.writeOnce((taken & ~Pte.WRITABLE) | Pte.UFFD);
    } else if (old == Pte.NONE && markers) {
      pte.writeOnce(Pte.UFFD);
    } else if (Pte.isMigration(old) || Pte.isSwap(old)) {
      pte.writeOnce((old & ~Pte.WRITABLE) | Pte.UFFD);
    }
  }

  /** Write access comes back with the next store. */
  @KernelFunction("change_pte_range")
  private static void resolvePte(Word pte) {
    long old = pte.readOnce();
    if (Pte.isPresent(old)) {
      long taken = pte.xchg(Pte.NONE);
      pte.writeOnce(taken & ~Pte.UFFD);
    } else if (Pte.isUffd(old)) {
      pte.writeOnce(old & ~Pte.UFFD);
    }
  }
}
