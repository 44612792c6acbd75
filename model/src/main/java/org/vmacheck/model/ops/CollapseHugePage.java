package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.Khugepaged.ScanResult;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/khugepaged.c, {@code collapse_huge_page}: the pages of one PMD range of anonymous memory
 * become a huge page. That is shown as what its split makes of it: the deposited table, filled
 * again.
 */
public class CollapseHugePage {

  protected final Kernel kernel;

  public CollapseHugePage(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code collapse_single_pmd} of an anonymous range.
   *
   * @return with mmap_lock dropped, which the caller held for reading
   */
  ScanResult collapseSinglePmd(MmStruct mm, VmArea vma, long page) {
    ScanResult result = collapseScanPmd(mm, vma, page);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return result == ScanResult.SUCCEED ? collapseHugePage(mm, page) : result;
  }

  /** {@code collapse_scan_pmd}: whether it looks as if that could be done. */
  private ScanResult collapseScanPmd(MmStruct mm, VmArea vma, long page) {
    PteMap map = kernel.path(PteMap.class);
    PteTable table = map.pteOffsetMapLock(mm.pageTables, page);
    if (table == null) {
      return ScanResult.NO_PTE_TABLE;
    }
    boolean fits = vma.anonVma.plain() != null && areCollapsible(table);
    map.pteUnmapUnlock(table);
    return fits ? ScanResult.SUCCEED : ScanResult.PTE_NON_PRESENT;
  }

  /** Also where none of them may be written (6.18). */
  @Folded
  protected boolean areCollapsible(PteTable table) {
    return table.ptes.stream().allMatch(this::isCollapsible);
  }

  /**
   * An empty entry becomes zeroes; a guard, or one that may not be touched or that userfaultfd has
   * write-protected, is in the way.
   */
  @Folded
  private boolean isCollapsible(Word pte) {
    long entry = pte.readOnce();
    return entry == Pte.NONE || (Pte.allowsRead(entry) && !Pte.isFile(entry) && !Pte.isUffd(entry));
  }

  /** {@code collapse_huge_page}. The caller holds nothing. */
  private ScanResult collapseHugePage(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = hugepageVmaRevalidate(mm, page);
    boolean there = vma != null && mm.pageTables.pmd(page).entry.readOnce() != null;
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    if (!there) {
      return ScanResult.NO_PTE_TABLE;
    }
    // Keeps everybody out but GUP-fast, which looks at the PMD again, and the reverse maps.
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    vma = hugepageVmaRevalidate(mm, page);
    ScanResult result =
        vma != null && lockAndCheck(vma, mm.pageTables.pmd(page))
            ? collapse(vma, page)
            : ScanResult.NO_PTE_TABLE;
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return result;
  }

  /** {@code hugepage_vma_revalidate}: the VMA spans all of the range, and is still anonymous. */
  private VmArea hugepageVmaRevalidate(MmStruct mm, long page) {
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(page);
    boolean fits =
        vma != null
            && vma.vmStart.plain() <= page
            && page + mm.pageTables.geometry().pagesPerTable() <= vma.vmEnd.plain()
            && vma.vmaIsAnonymous()
            && vma.anonVma.plain() != null;
    return fits ? vma : null;
  }

  /**
   * Whether there still is a table. Only once the VMA is write-locked does that stay so: who zaps
   * under the VMA lock takes an empty table away (claim C89).
   */
  @Folded
  protected boolean lockAndCheck(VmArea vma, Pmd pmd) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    return checkPmdStillValid(pmd);
  }

  /** {@code check_pmd_still_valid}. */
  protected static boolean checkPmdStillValid(Pmd pmd) {
    return pmd.entry.readOnce() != null;
  }

  @KernelFunction("collapse_huge_page")
  private ScanResult collapse(VmArea vma, long page) {
    PageTables tables = vma.vmMm.plain().pageTables;
    Pmd pmd = tables.pmd(page);
    AnonVma anonVma = vma.anonVma.plain();
    anonVma.rwsem.downWrite();
    PteTable table = pmdpCollapseFlush(vma.vmMm.plain(), page);
    List<Long> isolated = table == null ? null : collapseHugePageIsolate(table);
    if (isolated == null) {
      pmdPopulate(pmd, table);
      anonVma.rwsem.upWrite();
      return ScanResult.PTE_NON_PRESENT;
    }
    anonVma.rwsem.upWrite();
    collapseHugePageCopy(vma, table, isolated);
    pmdPopulate(pmd, table);
    return ScanResult.SUCCEED;
  }

  /** {@code pmdp_collapse_flush}: whoever walks without a lock has gone, or will look again. */
  private PteTable pmdpCollapseFlush(MmStruct mm, long page) {
    Pmd pmd = mm.pageTables.pmd(page);
    pmd.pmdLock();
    PteTable table = pmd.entry.readOnce();
    pmd.entry.writeOnce(null);
    kernel.path(TlbFlush.class).flushTable(mm, page);
    pmd.pmdUnlock();
    return table;
  }

  /**
   * {@code __collapse_huge_page_isolate}.
   *
   * @return what the entries hold, null if one is in the way
   */
  @KernelFunction("__collapse_huge_page_isolate")
  private List<Long> collapseHugePageIsolate(PteTable table) {
    List<Long> entries = new ArrayList<>();
    table.ptl.lock();
    boolean all = areCollapsible(table);
    if (all) {
      table.ptes.forEach(pte -> entries.add(pte.xchg(Pte.NONE)));
      // A page that is pinned stays where it is.
      all = entries.stream().noneMatch(Pte::isPinned);
      for (int slot = 0; !all && slot < entries.size(); slot++) {
        table.ptes.get(slot).writeOnce(entries.get(slot));
      }
    }
    table.ptl.unlock();
    return all ? entries : null;
  }

  /** {@code __collapse_huge_page_copy}, and the split of what it made. */
  @KernelFunction("__collapse_huge_page_copy")
  private static void collapseHugePageCopy(VmArea vma, PteTable table, List<Long> isolated) {
    long protection = (vma.vmFlags.plain() & VmFlags.WRITE) != 0 ? Pte.WRITABLE : 0;
    table.ptl.lock();
    for (int slot = 0; slot < isolated.size(); slot++) {
      long content = Pte.content(isolated.get(slot));
      table.ptes.get(slot).writeOnce(Pte.anonymous(content, protection));
    }
    table.ptl.unlock();
  }

  /** {@code pmd_populate}. */
  private void pmdPopulate(Pmd pmd, PteTable table) {
    pmd.pmdLock();
    pmd.entry.writeOnce(kernel.path(PteMap.class).pmdPgtable(table));
    pmd.pmdUnlock();
  }
}
