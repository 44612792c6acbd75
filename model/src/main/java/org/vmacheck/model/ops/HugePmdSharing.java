package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/hugetlb.c: mappings of one file that span all that a page table maps use one table together. A
 * page here is a huge one, so the table is the kernel's PMD table, and the slot that points to it
 * its PUD.
 */
public class HugePmdSharing {

  protected final Kernel kernel;

  public HugePmdSharing(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code huge_pte_alloc}: the table for a page, shared if somebody has one that fits. */
  public PteTable hugePteAlloc(VmArea vma, long page) {
    PageTables tables = vma.vmMm.plain().pageTables;
    if (wantPmdShare(vma, page) && tables.pmd(page).entry.readOnce() == null) {
      return hugePmdShare(vma, page);
    }
    kernel.path(PteMap.class).pteAlloc(tables, page);
    return tables.pmd(page).entry.rcuDereference();
  }

  /** {@code want_pmd_share}. */
  private static boolean wantPmdShare(VmArea vma, long page) {
    return (vma.vmFlags.plain() & VmFlags.MAYSHARE) != 0
        && vma.vmPrivateData.plain() != null
        && spansTable(vma, page);
  }

  /** {@code range_in_vma}: of all that the table of a page maps. */
  @Folded
  private static boolean spansTable(VmArea vma, long page) {
    Geometry geometry = vma.vmMm.plain().pageTables.geometry();
    long start = (long) geometry.pmdIndex(page) * geometry.pagesPerTable();
    return start >= vma.vmStart.plain() && start + geometry.pagesPerTable() <= vma.vmEnd.plain();
  }

  /**
   * {@code huge_pmd_share}: {@code i_mmap_rwsem} keeps what is found as it is until the table is in
   * use here as well.
   */
  private PteTable hugePmdShare(VmArea vma, long page) {
    AddressSpace mapping = vma.vmFile.plain();
    PageTables tables = vma.vmMm.plain().pageTables;
    mapping.iMmapRwsem.downRead();
    PteTable shared = shareable(mapping, vma, page);
    if (shared != null) {
      Pmd pud = tables.pmd(page);
      pud.pmdLock();
      boolean none = pud.entry.readOnce() == null;
      if (none) {
        pud.entry.writeOnce(shared);
      }
      pud.pmdUnlock();
      if (!none) {
        ptdescPmdPtsDec(shared);
      }
    }
    kernel.path(PteMap.class).pteAlloc(tables, page);
    PteTable table = tables.pmd(page).entry.rcuDereference();
    mapping.iMmapRwsem.upRead();
    return table;
  }

  /** {@code page_table_shareable}: that of another mapping, counted; null if there is none. */
  @KernelFunction("page_table_shareable")
  private PteTable shareable(AddressSpace mapping, VmArea vma, long page) {
    long idx = vma.linearPageIndex(page);
    Geometry geometry = vma.vmMm.plain().pageTables.geometry();
    for (VmArea svma : mapping.iMmap.plain()) {
      long saddr = svma.vmStart.plain() + idx - svma.vmPgoff.plain();
      if (svma == vma
          || saddr < svma.vmStart.plain()
          || saddr >= svma.vmEnd.plain()
          || geometry.pteIndex(saddr) != geometry.pteIndex(page)
          || svma.vmFlags.plain() != vma.vmFlags.plain()
          || !spansTable(svma, saddr)
          || svma.vmPrivateData.plain() == null) {
        continue;
      }
      PteTable spte = svma.vmMm.plain().pageTables.pmd(saddr).entry.readOnce();
      if (spte != null) {
        ptdescPmdPtsInc(spte);
        return spte;
      }
    }
    return null;
  }

  /** {@code ptdesc_pmd_pts_inc}. */
  protected void ptdescPmdPtsInc(PteTable table) {
    table.ptShareCount.fetchAdd(1);
  }

  /** {@code ptdesc_pmd_pts_dec}. */
  protected void ptdescPmdPtsDec(PteTable table) {
    table.ptShareCount.fetchAdd(-1);
  }

  /** {@code ptdesc_pmd_is_shared}. */
  protected boolean ptdescPmdIsShared(PteTable table) {
    return table.ptShareCount.readOnce() != 0;
  }

  /** How many slots say that they have the table; nobody is at work. */
  @Folded
  public long users(PteTable table) {
    return table.ptShareCount.plain() + 1;
  }

  /**
   * {@code huge_pmd_unshare}: a table that others use as well is theirs alone from now on. The
   * caller holds its ptl, and {@code i_mmap_rwsem} and the hugetlb VMA lock for writing.
   *
   * @return whether it was shared, and there is none here any more
   */
  public boolean hugePmdUnshare(MmStruct mm, long page, PteTable table) {
    if (!ptdescPmdIsShared(table)) {
      return false;
    }
    mm.pageTables.pmd(page).entry.writeOnce(null);
    ptdescPmdPtsDec(table);
    return true;
  }

  /**
   * {@code huge_pmd_unshare_flush}: whoever walks without a lock has left the table before others
   * can use it for something else, as they have to wait for {@code i_mmap_rwsem}.
   */
  public void hugePmdUnshareFlush() {
    kernel.memory().rcu().synchronize();
  }

  /**
   * {@code hugetlb_split}: two VMAs cannot have a shared table together. Called where {@code vma}
   * and the rmap are write-locked, so that nobody can share it again (claim C48).
   */
  public void hugetlbSplit(VmArea vma, long page) {
    Geometry geometry = vma.vmMm.plain().pageTables.geometry();
    if (geometry.pteIndex(page) != 0 && spansTable(vma, page)) {
      unshare(vma, page);
    }
  }

  /** {@code hugetlb_unshare_pmds} of one table. */
  @KernelFunction("hugetlb_unshare_pmds")
  private void unshare(VmArea vma, long page) {
    MmStruct mm = vma.vmMm.plain();
    PteTable table = mm.pageTables.pmd(page).entry.readOnce();
    if (table != null) {
      table.ptl.lock();
      boolean unshared = hugePmdUnshare(mm, page, table);
      table.ptl.unlock();
      if (unshared) {
        hugePmdUnshareFlush();
      }
    }
  }
}
