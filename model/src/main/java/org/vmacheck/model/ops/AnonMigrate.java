package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/migrate.c and mm/rmap.c: an anonymous page moves to another frame. It lives in its entry here,
 * so what is left is the way there and back: the entry becomes a migration entry, and is looked for
 * again by the reverse maps when the page has moved. Page offsets tell where.
 */
public class AnonMigrate {

  private final Kernel kernel;

  public AnonMigrate(Kernel kernel) {
    this.kernel = kernel;
  }

  /** What is done to one entry, under its ptl; gives whether it was one of the page. */
  private interface PteWalk {
    boolean entry(VmArea vma, Word pte);
  }

  /**
   * {@code migrate_pages} of one page, which was mapped at its page offset when its VMA was made.
   *
   * @return 0, {@code -ENOENT} if there is no such page, or {@code -EAGAIN} if it stays mapped
   */
  @KernelFunction("migrate_pages")
  public long migratePages(MmStruct mm, long index) {
    AnonVma anonVma = folioGetAnonVma(mm, index);
    if (anonVma == null) {
      return -Errno.ENOENT;
    }
    if (!tryToMigrate(anonVma, index)) {
      return -Errno.EAGAIN;
    }
    removeMigrationPtes(anonVma, index);
    return 0;
  }

  /** {@code folio_get_anon_vma}. */
  private AnonVma folioGetAnonVma(MmStruct mm, long index) {
    kernel.memory().rcu().readLock();
    VmArea vma = mm.mmMt.rcuDereference().walk(index);
    AnonVma anonVma = vma == null ? null : vma.anonVma.rcuDereference();
    kernel.memory().rcu().readUnlock();
    return anonVma;
  }

  /** {@code try_to_migrate}: whether there is a migration entry now where the page was mapped. */
  private boolean tryToMigrate(AnonVma anonVma, long index) {
    boolean found = false;
    anonVma.rwsem.downRead();
    for (VmArea vma : anonVma.rbRoot.plain()) {
      found |= !invalidMigrationVma(vma) && walk(vma, index, AnonMigrate::tryToMigrateOne);
    }
    anonVma.rwsem.upRead();
    return found;
  }

  /** {@code invalid_migration_vma}: an entry that is about to move might not be found again. */
  protected boolean invalidMigrationVma(VmArea vma) {
    return ExecStack.vmaIsTemporaryStack(vma);
  }

  private static boolean tryToMigrateOne(VmArea vma, Word pte) {
    long entry = pte.readOnce();
    if (!Pte.isPresent(entry) || Pte.isFile(entry)) {
      return false;
    }
    long old = pte.xchg(Pte.NONE);
    pte.writeOnce(Pte.migration(old));
    return true;
  }

  /** {@code remove_migration_ptes}: of all VMAs, as what waits has to go on. */
  private void removeMigrationPtes(AnonVma anonVma, long index) {
    anonVma.rwsem.downRead();
    anonVma.rbRoot.plain().forEach(vma -> walk(vma, index, AnonMigrate::removeMigrationPte));
    anonVma.rwsem.upRead();
  }

  private static boolean removeMigrationPte(VmArea vma, Word pte) {
    long old = pte.readOnce();
    if (!Pte.isMigration(old)) {
      return false;
    }
    long protection = vma.vmPageProt.readOnce() == 0 ? Pte.PROTNONE : old & Pte.WRITABLE;
    pte.writeOnce(Pte.anonymous(Pte.content(old), protection));
    return true;
  }

  @Folded
  private boolean walk(VmArea vma, long index, PteWalk walk) {
    long page = vma.vmStart.plain() + index - vma.vmPgoff.plain();
    return page >= vma.vmStart.plain()
        && page < vma.vmEnd.plain()
        && pageVmaMappedWalk(vma, page, walk);
  }

  @KernelFunction("page_vma_mapped_walk")
  private boolean pageVmaMappedWalk(VmArea vma, long page, PteWalk walk) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteMap map = kernel.path(PteMap.class);
    PteTable table = map.pteOffsetMapLock(tables, page);
    if (table == null) {
      return false;
    }
    boolean found = walk.entry(vma, map.pte(tables, table, page));
    map.pteUnmapUnlock(table);
    return found;
  }
}
