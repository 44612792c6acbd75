package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/khugepaged.c: collapse of a PMD range of a file into a huge folio, as far as the page tables
 * of those who map it are concerned (6.19 and 6.18.y of mid-2026; facts.md D.6, races.md M8). Needs
 * neither mmap_lock nor the VMA lock of anybody.
 */
public class Khugepaged {

  protected final Kernel kernel;

  public Khugepaged(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code collapse_file}: the pages of one PMD range become one folio, whose lock is held until no
   * page table of old pages is left to fill.
   *
   * @param pgoff first page of the range in the file
   * @param geometry says how many pages a PMD range has
   */
  public void collapseFile(AddressSpace mapping, long pgoff, Geometry geometry) {
    int pages = geometry.pagesPerTable();
    int firstPfn = (int) mapping.iPages.get((int) pgoff).rcuDereference().pfn(pgoff);
    Folio huge =
        kernel
            .memory()
            .allocate("folio", () -> new Folio(kernel.memory(), (int) pgoff, pages, firstPfn));
    huge.lock.downWrite();
    List<Folio> old = new ArrayList<>();
    for (long at = pgoff; at < pgoff + pages; at++) {
      Folio folio = mapping.iPages.get((int) at).readOnce();
      folio.lock.downWrite();
      old.add(folio);
      if (!isSmallPageAt(mapping, at, folio)) {
        // SCAN_PTE_MAPPED_HUGEPAGE or SCAN_TRUNCATED: somebody else has collapsed the range.
        old.forEach(locked -> locked.lock.upWrite());
        huge.lock.upWrite();
        kernel.memory().free(huge);
        return;
      }
      tryToUnmap(mapping, at);
    }
    for (long at = pgoff; at < pgoff + pages; at++) {
      Pointer<Folio> slot = mapping.iPages.get((int) at);
      slot.rcuAssignPointer(huge);
    }
    retractPageTables(mapping, pgoff);
    huge.lock.upWrite();
    old.forEach(folio -> folio.lock.upWrite());
  }

  /** Whether the folio, locked by the caller, still is the page of the cache, and no huge one. */
  @Folded
  private static boolean isSmallPageAt(AddressSpace mapping, long pgoff, Folio folio) {
    return folio.pages == 1 && mapping.iPages.get((int) pgoff).readOnce() == folio;
  }

  /** {@code try_to_unmap}: every entry that maps this page of the file goes. */
  private void tryToUnmap(AddressSpace mapping, long pgoff) {
    mapping.iMmapRwsem.downRead();
    for (VmArea vma : mapping.iMmap.plain()) {
      long page = addressOf(vma, pgoff);
      if (page < vma.vmStart.plain() || page >= vma.vmEnd.plain()) {
        continue;
      }
      PageTables tables = vma.vmMm.plain().pageTables;
      PteMap map = kernel.path(PteMap.class);
      PteTable table = map.pteOffsetMapLock(tables, page);
      if (table != null) {
        Word pte = map.pte(tables, table, page);
        if (Pte.isFile(pte.readOnce())) {
          pte.xchg(Pte.NONE);
        }
        map.pteUnmapUnlock(table);
      }
    }
    mapping.iMmapRwsem.upRead();
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

  @Folded
  private void retractPageTable(VmArea vma, long page) {
    MmStruct mm = vma.vmMm.plain();
    int pages = mm.pageTables.geometry().pagesPerTable();
    // Changing the range takes i_mmap_rwsem for writing, so it can be read here.
    if (page % pages != 0 || page < vma.vmStart.plain() || page + pages > vma.vmEnd.plain()) {
      return;
    }
    Pmd pmd = mm.pageTables.pmd(page);
    if (pmd.entry.readOnce() == null || !worthLocking(vma)) {
      return;
    }
    pmd.pmdLock();
    // Any table will do: as long as the folio is locked there is nothing in it.
    PteTable table = pmd.entry.readOnce();
    if (table == null) {
      pmd.pmdUnlock();
      return;
    }
    table.ptl.lock();
    boolean retracted = mayRetract(vma);
    if (retracted) {
      pmd.entry.writeOnce(null);
    }
    table.ptl.unlock();
    pmd.pmdUnlock();
    if (retracted) {
      kernel.path(PteMap.class).pteFreeDefer(table);
    }
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
  private static long addressOf(VmArea vma, long pgoff) {
    return vma.vmStart.plain() + pgoff - vma.vmPgoff.plain();
  }
}
