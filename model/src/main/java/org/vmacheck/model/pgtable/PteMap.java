package org.vmacheck.model.pgtable;

import java.util.function.Consumer;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;

/**
 * How to get at a PTE table that somebody else may unlink (mm/pgtable-generic.c, 6.5 and later).
 */
public class PteMap {

  protected final Memory memory;

  public PteMap(Memory memory) {
    this.memory = memory;
  }

  /**
   * {@code pte_offset_map_lock}: the table that the PMD points to, locked. On success the caller
   * holds its ptl and an RCU read section and drops both with {@link #pteUnmapUnlock}.
   *
   * @return null, with nothing held, if there is no table
   */
  public PteTable pteOffsetMapLock(PageTables tables, long page) {
    Pmd pmd = tables.pmd(page);
    while (true) {
      memory.rcu().readLock();
      PteTable table = pmd.entry.rcuDereference();
      if (table == null) {
        memory.rcu().readUnlock();
        return null;
      }
      table.ptl.lock();
      if (pmdSame(pmd, table)) {
        return table;
      }
      table.ptl.unlock();
      memory.rcu().readUnlock();
    }
  }

  /** The re-check after the wait for ptl: is this still the table of the PMD? (claim C81) */
  protected boolean pmdSame(Pmd pmd, PteTable seen) {
    return pmd.entry.readOnce() == seen;
  }

  /**
   * {@code pte_offset_map_rw_nolock}: the table that the PMD points to, for a caller that will lock
   * it and has its own reason why it stays in place. On success an RCU read section is held, which
   * {@link #pteUnmap} or, with the ptl taken, {@link #pteUnmapUnlock} ends.
   *
   * @return null, with nothing held, if there is no table
   */
  public PteTable pteOffsetMapRwNolock(PageTables tables, long page) {
    memory.rcu().readLock();
    PteTable table = tables.pmd(page).entry.rcuDereference();
    if (table == null) {
      memory.rcu().readUnlock();
    }
    return table;
  }

  /** {@code pte_lockptr}: the lock that lies in the table that an entry points to. */
  public static SpinLock pteLockptr(PteTable pmd) {
    KernelBug.check(pmd != null, "pte_lockptr", "the lock of a table that is not there");
    return pmd.ptl;
  }

  /** {@code pte_unmap}. */
  public void pteUnmap() {
    memory.rcu().readUnlock();
  }

  /** {@code pte_unmap_unlock}. */
  public void pteUnmapUnlock(PteTable table) {
    table.ptl.unlock();
    memory.rcu().readUnlock();
  }

  /**
   * {@code walk_page_range}: looks at each entry of pages [start, end) under the ptl of its table,
   * table by table. Where there is no table there is nothing to look at.
   */
  public void walkPageRange(PageTables tables, long start, long end, Consumer<Word> pteEntry) {
    walkPageRange(tables, start, end, (page, pte) -> pteEntry.accept(pte));
  }

  /** What is done to the entry of a page, under its ptl. */
  @FunctionalInterface
  public interface PteEntry {
    void on(long page, Word pte);
  }

  /** As {@link #walkPageRange(PageTables, long, long, Consumer)}, for who asks which page it is. */
  public void walkPageRange(PageTables tables, long start, long end, PteEntry pteEntry) {
    Geometry geometry = tables.geometry();
    for (long page = start; page < end; page = geometry.pmdAddrEnd(page, end)) {
      PteTable table = pteOffsetMapLock(tables, page);
      if (table == null) {
        continue;
      }
      for (long at = page; at < geometry.pmdAddrEnd(page, end); at++) {
        pteEntry.on(at, pte(tables, table, at));
      }
      pteUnmapUnlock(table);
    }
  }

  /**
   * {@code pte_offset_map_ro_nolock} and {@code ptep_get}: what the entry holds by now, with no
   * lock. A table that is on its way out shows empty entries, never garbage (claim C83).
   *
   * @return {@link Pte#NONE} if there is no table
   */
  public long ptepGetLockless(PageTables tables, long page) {
    memory.rcu().readLock();
    PteTable table = tables.pmd(page).entry.rcuDereference();
    long pte = table == null ? Pte.NONE : pte(tables, table, page).readOnce();
    memory.rcu().readUnlock();
    return pte;
  }

  /** The entry of a page in its table. */
  public Word pte(PageTables tables, PteTable table, long page) {
    return table.ptes.get(tables.geometry().pteIndex(page));
  }

  /**
   * {@code pte_alloc}: makes sure that the PMD points to something. A new table is filled before it
   * is reachable; who comes second frees its spare. Where there is no memory, none is made.
   */
  public void pteAlloc(PageTables tables, long page) {
    Pmd pmd = tables.pmd(page);
    if (pmd.entry.readOnce() != null) {
      return;
    }
    if (memory.faultInjection().shouldFail()) {
      return;
    }
    PteTable table = pteAllocOne(tables);
    if (!pmdInstall(pmd, table)) {
      memory.free(table);
    }
  }

  /** {@code pte_alloc_one}: an empty table that nobody can reach yet. */
  protected PteTable pteAllocOne(PageTables tables) {
    return memory.allocate("pte_table", () -> new PteTable(memory, tables.geometry()));
  }

  /** {@code pmd_install}: links the table unless somebody else has linked one. */
  protected boolean pmdInstall(Pmd pmd, PteTable table) {
    pmd.pmdLock();
    boolean none = pmd.entry.readOnce() == null;
    if (none) {
      orderContents();
      pmd.entry.writeOnce(table);
    }
    pmd.pmdUnlock();
    return none;
  }

  /** Pairs with the address dependency of whoever walks without the lock (claim C84). */
  @Folded
  protected void orderContents() {
    memory.smpWmb();
  }

  /**
   * {@code pmd_pgtable}: the table that an entry points to. One that is none has no address bits,
   * so for that it is page frame 0, and what lies there are the entries.
   */
  @Folded
  public PteTable pmdPgtable(PteTable pmd) {
    return pmd != null ? pmd : frameZero();
  }

  @Folded
  private PteTable frameZero() {
    Geometry geometry = Geometry.ofPages(2);
    return memory.allocate(
        "frame_0", () -> new PteTable(memory, geometry, Pte.file(0, Pte.WRITABLE)));
  }

  /** {@code pte_free_defer}: the table goes when nobody in a read section can still look at it. */
  public void pteFreeDefer(PteTable table) {
    memory.rcu().call(() -> memory.free(table));
  }
}
