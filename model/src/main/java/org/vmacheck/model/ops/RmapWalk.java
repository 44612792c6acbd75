package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.TlbFlush.UnmapBatch;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/rmap.c: walks over the page-table entries that map a small folio of a file, by those who have
 * the folio locked. They hold {@code i_mmap_rwsem} for reading and each table's ptl, and neither
 * mmap_lock nor a VMA lock: so they take entries away, or change them, and make none (claim C80).
 */
public class RmapWalk {

  private final Kernel kernel;

  public RmapWalk(Kernel kernel) {
    this.kernel = kernel;
  }

  /** What is done to one entry, under its ptl. */
  private interface PteWalk {
    void entry(VmArea vma, long page, Word pte);
  }

  /**
   * {@code try_to_unmap} with {@code TTU_BATCH_FLUSH}: every entry that maps the folio goes.
   *
   * @param batch what the caller has to flush
   */
  public void tryToUnmap(Folio folio, UnmapBatch batch) {
    rmapWalkFile(folio, (vma, page, pte) -> tryToUnmapOne(folio, vma, page, pte, batch));
  }

  private void tryToUnmapOne(Folio folio, VmArea vma, long page, Word pte, UnmapBatch batch) {
    if (maps(pte.readOnce(), folio)) {
      long old = pte.xchg(Pte.NONE);
      Zap.condInstallUffdWpPtes(vma, pte, old);
      batch.setTlbUbcFlushPending(vma.vmMm.plain(), page);
      folio.folioRemoveRmap();
      kernel.path(FolioMlock.class).munlockVmaFolio(folio, vma);
      folio.folioPut();
    }
  }

  /** {@code try_to_migrate}: every entry that maps the folio becomes a migration entry. */
  public void tryToMigrate(Folio folio) {
    rmapWalkFile(folio, (vma, page, pte) -> tryToMigrateOne(folio, vma, page, pte));
  }

  private void tryToMigrateOne(Folio folio, VmArea vma, long page, Word pte) {
    if (maps(pte.readOnce(), folio)) {
      // ptep_clear_flush, for the address that the table was found by.
      long old = pte.xchg(Pte.NONE);
      kernel.path(TlbFlush.class).flushTlbRange(vma.vmMm.plain(), page, page + 1);
      pte.writeOnce(Pte.migration(old));
      folio.folioRemoveRmap();
      kernel.path(FolioMlock.class).munlockVmaFolio(folio, vma);
      folio.folioPut();
    }
  }

  /** {@code remove_migration_ptes}: what waited for the folio maps the one that has its place. */
  public void removeMigrationPtes(Folio src, Folio dst) {
    rmapWalkFile(src, (vma, page, pte) -> removeMigrationPte(src, dst, vma, pte));
  }

  private void removeMigrationPte(Folio src, Folio dst, VmArea vma, Word pte) {
    long old = pte.readOnce();
    if (waitsFor(old, src)) {
      dst.folioGet();
      dst.folioAddFileRmap();
      kernel.path(FolioMlock.class).mlockVmaFolio(dst, vma);
      long protection =
          vma.vmPageProt.readOnce() == 0
              ? Pte.PROTNONE
              : old & (Pte.WRITABLE | Pte.HUGE | Pte.UFFD);
      pte.writeOnce(Pte.file(dst.firstPfn, protection));
    }
  }

  /** Whether it is a migration entry of the folio. */
  @Folded
  protected boolean waitsFor(long pte, Folio src) {
    return Pte.isMigration(pte) && Pte.pfn(pte) == src.firstPfn;
  }

  private static boolean maps(long pte, Folio folio) {
    return Pte.isFile(pte) && Pte.pfn(pte) == folio.firstPfn;
  }

  /** {@code rmap_walk_file}. */
  private void rmapWalkFile(Folio folio, PteWalk walk) {
    AddressSpace mapping = folio.mapping;
    mapping.iMmapRwsem.downRead();
    for (VmArea vma : mapping.iMmap.plain()) {
      long page = vma.vmStart.plain() + folio.index - vma.vmPgoff.plain();
      if (page >= vma.vmStart.plain() && page < vma.vmEnd.plain()) {
        pageVmaMappedWalk(vma, page, walk);
      }
    }
    mapping.iMmapRwsem.upRead();
  }

  @KernelFunction("page_vma_mapped_walk")
  private void pageVmaMappedWalk(VmArea vma, long page, PteWalk walk) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteMap map = kernel.path(PteMap.class);
    PteTable table = map.pteOffsetMapLock(tables, page);
    if (table != null) {
      walk.entry(vma, page, map.pte(tables, table, page));
      map.pteUnmapUnlock(table);
    }
  }
}
