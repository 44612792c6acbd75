package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/madvise.c: guard regions, with VM_MAYBE_GUARD (6.19, and 6.18.y of mid-2026). The caller holds
 * mmap_lock or the VMA lock for reading.
 */
public class GuardRegions {

  /** {@code MAX_MADVISE_GUARD_RETRIES}. */
  private static final int MAX_RETRIES = 3;

  /** {@code -ERESTARTNOINTR}: the system call starts over with its locks given back. */
  static final long RESTART = -513;

  protected final Kernel kernel;

  public GuardRegions(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code madvise_guard_install}: pages [start, end) of the VMA become guards.
   *
   * @return 0, {@code -EINVAL} for a VMA that cannot have guards, or {@link #RESTART}
   */
  public long madviseGuardInstall(VmArea vma, long start, long end) {
    if (!isValidGuardVma(vma, VmFlags.LOCKED)) {
      return -Errno.EINVAL;
    }
    return installInOrder(vma, start, end);
  }

  /** The flag comes first, before any page table changes (claim C67). */
  @Folded
  protected long installInOrder(VmArea vma, long start, long end) {
    setMaybeGuard(vma);
    if (vma.vmaIsAnonymous()) {
      kernel.path(Rmap.class).anonVmaPrepare(vma);
    }
    return installMarkers(vma, start, end);
  }

  /** Sets VM_MAYBE_GUARD; a bit that is set already is set again. */
  @Folded
  protected void setMaybeGuard(VmArea vma) {
    kernel.path(VmaFlagAccess.class).vmaFlagSetAtomic(vma, VmFlags.MAYBE_GUARD_BIT);
  }

  /** Walks the range until every entry is a guard, and zaps what is in the way. */
  @Folded
  protected long installMarkers(VmArea vma, long start, long end) {
    MmStruct mm = vma.vmMm.plain();
    for (int round = 0; round < MAX_RETRIES; round++) {
      if (walkPageRangeMm(mm, start, end)) {
        return 0;
      }
      kernel.path(Zap.class).zapPageRangeSingle(vma, start, end);
    }
    return RESTART;
  }

  /**
   * {@code walk_page_range_mm} with {@code install_pte}.
   *
   * @return false if something was there, which is to be zapped first
   */
  @KernelFunction("walk_page_range_mm_unsafe")
  protected final boolean walkPageRangeMm(MmStruct mm, long start, long end) {
    PageTables tables = mm.pageTables;
    PteMap map = kernel.path(PteMap.class);
    long page = start;
    while (page < end) {
      map.pteAlloc(tables, page);
      PteTable table = map.pteOffsetMapLock(tables, page);
      if (table == null) {
        // Retracted in between: the PMD is walked again.
        continue;
      }
      long upTo = tables.geometry().pmdAddrEnd(page, end);
      boolean done = guardInstallPteEntry(map, tables, table, page, upTo);
      map.pteUnmapUnlock(table);
      if (!done) {
        return false;
      }
      page = upTo;
    }
    return true;
  }

  private boolean guardInstallPteEntry(
      PteMap map, PageTables tables, PteTable table, long page, long end) {
    for (long at = page; at < end; at++) {
      Word pte = map.pte(tables, table, at);
      long old = pte.readOnce();
      if (Pte.isGuard(old)) {
        continue;
      }
      if (isInTheWay(old)) {
        return false;
      }
      pte.writeOnce(Pte.GUARD);
    }
    return true;
  }

  /** What is zapped first; that leaves the markers of userfaultfd in files (claim C109). */
  @Folded
  protected boolean isInTheWay(long pte) {
    return pte != Pte.NONE;
  }

  /**
   * {@code madvise_guard_remove}: clears the guards in pages [start, end) and nothing else; the
   * flag stays (claim C77).
   *
   * @return 0, or {@code -EINVAL} for a VMA that cannot have guards
   */
  public long madviseGuardRemove(VmArea vma, long start, long end) {
    if (!isValidGuardVma(vma, 0)) {
      return -Errno.EINVAL;
    }
    PageTables tables = vma.vmMm.plain().pageTables;
    kernel.path(PteMap.class).walkPageRange(tables, start, end, this::guardRemovePteEntry);
    return 0;
  }

  protected void guardRemovePteEntry(Word pte) {
    if (Pte.isGuard(pte.readOnce())) {
      pte.writeOnce(Pte.NONE);
    }
  }

  /** {@code is_valid_guard_vma}. */
  private static boolean isValidGuardVma(VmArea vma, long alsoDisallowed) {
    long disallowed = VmFlags.SPECIAL | VmFlags.HUGETLB | alsoDisallowed;
    return (vma.vmFlags.plain() & disallowed) == 0;
  }
}
