package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.NextVma;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/** fs/proc/task_mmu.c: one entry of /proc/PID/smaps, under the VMA read lock. */
public class Smaps {

  protected final Kernel kernel;

  public Smaps(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * What {@code show_smap} prints of a VMA.
   *
   * @param start first page
   * @param end first page behind it
   * @param flags the bits whose two letters stand in the line "VmFlags:"
   * @param rss pages present
   */
  public record Entry(long start, long end, long flags, long rss) {}

  /** The entry of the VMA that covers the page, or null if none does. The caller holds nothing. */
  @KernelFunction("show_smap")
  public Entry smaps(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    VmArea vma = kernel.path(NextVma.class).lockNextVma(mm, page);
    Entry entry = null;
    if (vma != null) {
      entry = vma.vmStart.plain() <= page ? showSmap(mm, vma) : null;
      kernel.path(VmaLock.class).vmaEndRead(vma);
    }
    kernel.memory().rcu().readUnlock();
    return entry;
  }

  /**
   * All of the file, VMA by VMA (claims C94 and C97).
   *
   * @return as {@link ProcMaps#maps}
   */
  @KernelFunction("show_smap")
  public long all(MmStruct mm) {
    return kernel.path(ProcMaps.class).print(mm, vma -> showSmap(mm, vma));
  }

  /**
   * {@code show_smaps_rollup}: how many pages are present in all VMAs. mmap_lock is dropped after
   * each of them, which the kernel does if somebody waits for it.
   */
  @KernelFunction("show_smaps_rollup")
  public long rollup(MmStruct mm) {
    long rss = 0;
    long lastVmaEnd = 0;
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(lastVmaEnd);
    while (vma != null) {
      rss += present(mm, firstUncounted(vma, lastVmaEnd), vma.vmEnd.plain());
      lastVmaEnd = vma.vmEnd.plain();
      kernel.path(MmapLock.class).mmapReadUnlock(mm);
      kernel.path(MmapLock.class).mmapReadLock(mm);
      vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(lastVmaEnd);
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return rss;
  }

  /** A VMA may have grown over what is counted already. */
  @Folded
  protected long firstUncounted(VmArea vma, long lastVmaEnd) {
    return Math.max(vma.vmStart.plain(), lastVmaEnd);
  }

  /** A bit for each page of a range. */
  protected static long pages(long start, long end) {
    return ProcMaps.pages(start, end);
  }

  /** {@code show_smap}: first the walk over the page tables, then the line of flags. */
  protected Entry showSmap(MmStruct mm, VmArea vma) {
    long rss = smapGatherStats(mm, vma);
    return new Entry(vma.vmStart.plain(), vma.vmEnd.plain(), showSmapVmaFlags(vma), rss);
  }

  /** {@code smap_gather_stats}. */
  private long smapGatherStats(MmStruct mm, VmArea vma) {
    dropRcu(vma);
    long rss =
        Hugetlb.isVmHugetlbPage(vma)
            ? smapsHugetlbRange(mm, vma)
            : present(mm, vma.vmStart.plain(), vma.vmEnd.plain());
    reacquireRcu();
    return rss;
  }

  /** {@code smaps_hugetlb_range}, in {@code walk_hugetlb_range}. */
  private long smapsHugetlbRange(MmStruct mm, VmArea vma) {
    kernel.path(Hugetlb.class).hugetlbVmaLockRead(vma);
    long rss = 0;
    for (long page = vma.vmStart.plain(); page < vma.vmEnd.plain(); page++) {
      PteTable table = mm.pageTables.pmd(page).entry.readOnce();
      if (table != null) {
        hugePteLock(table);
        rss += count(kernel.path(PteMap.class).pte(mm.pageTables, table, page).readOnce());
        hugePteUnlock(table);
      }
    }
    kernel.path(Hugetlb.class).hugetlbVmaUnlockRead(vma);
    return rss;
  }

  /** {@code huge_pte_lock}: as long as it is held nobody ends a migration (J5). */
  @Folded
  protected void hugePteLock(PteTable table) {
    table.ptl.lock();
  }

  @Folded
  protected void hugePteUnlock(PteTable table) {
    table.ptl.unlock();
  }

  /** {@code softleaf_to_folio}: a folio that is migrated is locked until its entries are back. */
  @KernelFunction("softleaf_to_folio")
  private long count(long entry) {
    if (Pte.isMigration(entry)) {
      KernelBug.check(
          kernel.frames().pageFolio(Pte.pfn(entry)).locked.readOnce() != 0,
          "softleaf_to_folio",
          "the folio of a migration entry is not locked");
    }
    return Pte.isPresent(entry) ? 1 : 0;
  }

  @Folded
  private long present(MmStruct mm, long start, long end) {
    long[] rss = {0};
    kernel
        .path(PteMap.class)
        .walkPageRange(
            mm.pageTables,
            start,
            end,
            pte -> {
              if (Pte.isPresent(pte.readOnce())) {
                rss[0]++;
              }
            });
    return rss[0];
  }

  /** {@code drop_rcu}: the walk may sleep, and the VMA stays locked. */
  protected void dropRcu(VmArea vma) {
    kernel.memory().rcu().readUnlock();
    kernel.path(VmaLock.class).vmaAssertLocked(vma);
  }

  /** {@code reacquire_rcu}. */
  protected void reacquireRcu() {
    kernel.memory().rcu().readLock();
  }

  /**
   * {@code show_smap_vma_flags}: the word is loaded again for each bit that is tested, with no
   * mark, so the line may mix values from before and after a concurrent change (claim C58).
   */
  protected long showSmapVmaFlags(VmArea vma) {
    long printed = 0;
    for (long bit : VmFlags.smapsMnemonics().keySet()) {
      printed |= vma.vmFlags.plain() & bit;
    }
    return printed;
  }
}
