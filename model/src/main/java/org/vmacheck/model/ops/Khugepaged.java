package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.TlbFlush.UnmapBatch;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/khugepaged.c: collapse of a PMD range of a file into a huge folio, as far as the page tables
 * of those who map it are concerned. The file is shmem, so dirty pages do not matter. Needs neither
 * mmap_lock nor the VMA lock of anybody.
 */
public class Khugepaged {

  /** {@code enum scan_result}, as far as it can happen here. */
  public enum ScanResult {
    SUCCEED,
    /** Somebody else has a folio of the range locked. */
    PAGE_LOCK,
    /** Somebody else has collapsed the range. */
    PTE_MAPPED_HUGEPAGE,
    /** The file ends in the range, or a folio left the page cache before it was locked. */
    TRUNCATED,
    /** Somebody else has a reference to a folio. */
    PAGE_COUNT,
    /** There is no page table, or no VMA any more that could be collapsed. */
    NO_PTE_TABLE,
    /** An entry holds a guard, or what may not be touched. */
    PTE_NON_PRESENT,
    /** What is write-protected by userfaultfd is marked in the table. */
    PTE_UFFD,
    /** An entry maps another page than the one of the huge folio. */
    FAIL
  }

  protected final Kernel kernel;

  public Khugepaged(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code collapse_file}: the pages of one PMD range become one folio, whose lock is held until no
   * page table of old pages is left to fill. If it gives up, the page cache is as it was, but what
   * was unmapped stays unmapped.
   *
   * @param pgoff first page of the range in the file
   * @param geometry says how many pages a PMD range has
   */
  public ScanResult collapseFile(AddressSpace mapping, long pgoff, Geometry geometry) {
    int pages = geometry.pagesPerTable();
    if (pgoff + pages > mapping.iPages.size()) {
      return ScanResult.TRUNCATED;
    }
    Folio first = mapping.iPages.get((int) pgoff).rcuDereference();
    if (first == null) {
      return ScanResult.TRUNCATED;
    }
    int firstPfn = kernel.frames().successorOf(first.pfn(pgoff));
    Folio newFolio =
        kernel
            .memory()
            .allocate(
                "folio", () -> new Folio(kernel.memory(), mapping, (int) pgoff, pages, firstPfn));
    newFolio.folioLock();
    UnmapBatch batch = kernel.path(TlbFlush.class).unmapBatch();
    List<Folio> collected = new ArrayList<>();
    for (long at = pgoff; at < pgoff + pages; at++) {
      Folio folio = mapping.iPages.get((int) at).readOnce();
      ScanResult result = collapseOne(mapping, at, folio, batch);
      if (result != ScanResult.SUCCEED) {
        batch.tryToUnmapFlush();
        rollback(collected, newFolio);
        return result;
      }
      collected.add(folio);
    }
    batch.tryToUnmapFlush();
    kernel.frames().prepare(newFolio);
    for (long at = pgoff; at < pgoff + pages; at++) {
      Pointer<Folio> slot = mapping.iPages.get((int) at);
      slot.rcuAssignPointer(newFolio);
    }
    retractPageTables(mapping, pgoff);
    newFolio.folioUnlock();
    for (Folio folio : collected) {
      folio.folioUnlock();
      folio.folioPutRefs(2);
    }
    return ScanResult.SUCCEED;
  }

  /**
   * Locks one small folio, and unmaps it everywhere. The lock is not waited for: who holds it may
   * wait for a lock that this thread has.
   *
   * @return SUCCEED with the folio locked and a reference to it, else with nothing held
   */
  @Folded
  private ScanResult collapseOne(AddressSpace mapping, long pgoff, Folio folio, UnmapBatch batch) {
    if (folio == null) {
      return ScanResult.TRUNCATED;
    }
    if (!folio.folioTrylock()) {
      return ScanResult.PAGE_LOCK;
    }
    // In the kernel xas_lock_irq() is held since the folio was found. Here it may have left the
    // page
    // cache before it was locked, and then nobody may get a reference.
    if (mapping.iPages.get((int) pgoff).readOnce() != folio) {
      folio.folioUnlock();
      return ScanResult.TRUNCATED;
    }
    folio.folioGet();
    ScanResult result = isolate(folio, batch);
    if (result != ScanResult.SUCCEED) {
      beforeUnlock(batch);
      folio.folioUnlock();
      folio.folioPut();
    }
    return result;
  }

  /** What was unmapped is flushed only when all is over: the folio is anybody's before (N8). */
  @Folded
  protected void beforeUnlock(UnmapBatch batch) {}

  @Folded
  private ScanResult isolate(Folio folio, UnmapBatch batch) {
    if (folio.pages != 1) {
      return ScanResult.PTE_MAPPED_HUGEPAGE;
    }
    kernel.path(RmapWalk.class).tryToUnmap(folio, batch);
    // Ours and the page cache's. Whoever comes now has to lock the folio, and waits for it.
    return folio.refCount.readOnce() == 2 ? ScanResult.SUCCEED : ScanResult.PAGE_COUNT;
  }

  @Folded
  private void rollback(List<Folio> collected, Folio newFolio) {
    for (Folio folio : collected) {
      folio.folioUnlock();
      folio.folioPut();
    }
    newFolio.folioUnlock();
    kernel.memory().free(newFolio);
  }

  /**
   * {@code retract_page_tables}: takes the emptied PTE table out of every mm that maps the range.
   * The caller holds the lock of the new folio, so no fault can fill a table again.
   */
  public void retractPageTables(AddressSpace mapping, long pgoff) {
    mapping.iMmapRwsem.downRead();
    for (VmArea vma : mapping.iMmap.plain()) {
      retractPageTable(vma, addressOf(vma, pgoff));
    }
    mapping.iMmapRwsem.upRead();
  }

  @KernelFunction("retract_page_tables")
  protected void retractPageTable(VmArea vma, long page) {
    MmStruct mm = vma.vmMm.plain();
    int pages = mm.pageTables.geometry().pagesPerTable();
    // Changing the range takes i_mmap_rwsem for writing, so it can be read here.
    if (page % pages != 0 || page < vma.vmStart.plain() || page + pages > vma.vmEnd.plain()) {
      return;
    }
    Pmd pmd = mm.pageTables.pmd(page);
    if (pmd.entry.readOnce() == null || collapseTestExit(mm) || !worthLocking(vma)) {
      return;
    }
    pmd.pmdLock();
    // Any table will do: as long as the folio is locked there is nothing in it.
    PteTable table = pmd.entry.readOnce();
    if (isGone(table)) {
      pmd.pmdUnlock();
      return;
    }
    PteMap.pteLockptr(table).lock();
    boolean retracted = mayRetract(vma);
    if (retracted) {
      pmd.entry.writeOnce(null);
      kernel.path(TlbFlush.class).flushTable(mm, page);
    }
    table.ptl.unlock();
    pmd.pmdUnlock();
    if (retracted) {
      kernel.path(PteMap.class).pteFreeDefer(table);
    }
  }

  /** {@code check_pmd_state}: who empties a range takes its table, under the PMD lock (D3). */
  @Folded
  protected boolean isGone(PteTable table) {
    return table == null;
  }

  /** {@code collapse_test_exit}: the mm is on its way out, and its tables go without our help. */
  private static boolean collapseTestExit(MmStruct mm) {
    return mm.mmUsers.readOnce() == 0;
  }

  /** The optimistic test, without any lock on the tables: saves taking them (claim C68). */
  @Folded
  protected boolean worthLocking(VmArea vma) {
    return fileBackedVmaIsRetractable(vma);
  }

  /**
   * The test that counts, under the ptl: whoever wants to write a guard marker sets the flag first
   * and takes the ptl then, so either the flag is seen here or the marker goes to another table.
   */
  @Folded
  protected boolean mayRetract(VmArea vma) {
    return fileBackedVmaIsRetractable(vma);
  }

  /** {@code file_backed_vma_is_retractable} (49e14dabed7a). */
  protected boolean fileBackedVmaIsRetractable(VmArea vma) {
    return vma.anonVma.readOnce() == null
        && (vma.vmFlags.plain() & VmFlags.UFFD_WP) == 0
        && !kernel.path(VmaFlagAccess.class).vmaFlagTestAtomic(vma, VmFlags.MAYBE_GUARD_BIT);
  }

  @Folded
  protected static long addressOf(VmArea vma, long pgoff) {
    return vma.vmStart.plain() + pgoff - vma.vmPgoff.plain();
  }
}
