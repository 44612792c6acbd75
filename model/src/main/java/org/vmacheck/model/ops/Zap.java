package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.TlbFlush.MmuGather;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/memory.c: empties page-table entries, table by table, each under its ptl. The caller keeps the
 * VMA in place with mmap_lock or the VMA lock, in any mode.
 */
public class Zap {

  private final Kernel kernel;

  public Zap(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code zap_page_range_single}: pages go, guard markers stay, and so do those of userfaultfd in
   * a file's VMA, which pages that it has write-protected leave behind.
   */
  @KernelFunction("zap_vma_range")
  public void zapPageRangeSingle(VmArea vma, long start, long end) {
    MmuGather tlb = kernel.path(TlbFlush.class).tlbGatherMmu(vma.vmMm.plain());
    zapPresent(vma, start, end, tlb);
    tlb.tlbFinishMmu();
  }

  @KernelFunction("zap_vma_range")
  protected void zapPresent(VmArea vma, long start, long end, MmuGather tlb) {
    kernel
        .path(PteMap.class)
        .walkPageRange(
            vma.vmMm.plain().pageTables,
            start,
            end,
            (page, pte) -> zapPresent(vma, page, pte, tlb));
  }

  /**
   * {@code zap_vma_range_batched} of {@code MADV_DONTNEED}: pages go, markers stay as in {@link
   * #zapPageRangeSingle}, and so does a table that is not all empty afterwards ({@code
   * CONFIG_PT_RECLAIM}). The flush is the caller's.
   */
  public void zapVmaRangeBatched(VmArea vma, long start, long end, MmuGather tlb) {
    MmStruct mm = vma.vmMm.plain();
    zapPresent(vma, start, end, tlb);
    int pages = mm.pageTables.geometry().pagesPerTable();
    long first = (start + pages - 1) / pages * pages;
    for (long page = first; page + pages <= end; page += pages) {
      zapPteTableIfEmpty(mm.pageTables, page, tlb);
    }
  }

  /**
   * {@code zap_pte_table_if_empty}: faults may have filled it again since it was emptied. The
   * kernel's short cut, which does not drop the ptl in between, is left out.
   */
  private void zapPteTableIfEmpty(PageTables tables, long page, MmuGather tlb) {
    Pmd pmd = tables.pmd(page);
    pmd.pmdLock();
    PteTable table = kernel.path(PteMap.class).pteOffsetMapRwNolock(tables, page);
    if (table == null) {
      pmd.pmdUnlock();
      return;
    }
    table.ptl.lockNested(LockClass.SINGLE_DEPTH_NESTING);
    boolean empty = isEmpty(table);
    if (empty) {
      pmd.entry.writeOnce(null);
    }
    kernel.path(PteMap.class).pteUnmapUnlock(table);
    pmd.pmdUnlock();
    if (empty) {
      freePte(table, page, tlb);
    }
  }

  /** {@code free_pte}: the flush is for an address that the table was used for. */
  @Folded
  protected void freePte(PteTable table, long page, MmuGather tlb) {
    tlb.pteFreeTlb(table, page);
  }

  /** Under both locks. */
  @Folded
  protected boolean isEmpty(PteTable table) {
    return table.ptes.stream().allMatch(pte -> pte.readOnce() == Pte.NONE);
  }

  /** {@code unmap_vmas}: pages go, and markers with them. */
  public void unmapVmas(MmStruct mm, List<VmArea> vmas, long start, long end) {
    MmuGather tlb = kernel.path(TlbFlush.class).tlbGatherMmu(mm);
    kernel
        .path(PteMap.class)
        .walkPageRange(
            mm.pageTables, start, end, (page, pte) -> zapEverything(vmas, page, pte, tlb));
    tlb.tlbFinishMmu();
  }

  @KernelFunction("zap_pte_range")
  private void zapPresent(VmArea vma, long page, Word pte, MmuGather tlb) {
    long old = pte.readOnce();
    if (Pte.isPresent(old) || Pte.isMigration(old) || Pte.isSwap(old)) {
      // ptep_get_and_clear: the MMU may be setting bits at this moment.
      removeRmap(List.of(vma), page, pte.xchg(Pte.NONE), tlb);
      condInstallUffdWpPtes(vma, pte, old);
    }
  }

  /** {@code cond_install_uffd_wp_ptes}: what comes back from the file is write-protected again. */
  static void condInstallUffdWpPtes(VmArea vma, Word pte, long gone) {
    if (!vma.vmaIsAnonymous() && Userfaultfd.userfaultfdWp(vma) && Pte.isUffd(gone)) {
      pte.writeOnce(Pte.UFFD);
    }
  }

  @KernelFunction("zap_pte_range")
  private void zapEverything(List<VmArea> vmas, long page, Word pte, MmuGather tlb) {
    if (pte.readOnce() != Pte.NONE) {
      removeRmap(vmas, page, pte.xchg(Pte.NONE), tlb);
    }
  }

  /** The reference outlives the flush. */
  @Folded
  private void removeRmap(List<VmArea> vmas, long page, long gone, MmuGather tlb) {
    tlb.tlbRemoveTlbEntry(page);
    if (Pte.isSwap(gone)) {
      kernel.path(Swap.class).free();
    }
    if (Pte.isFile(gone)) {
      Folio folio = kernel.frames().pageFolio(Pte.pfn(gone));
      folio.folioRemoveRmap();
      kernel.path(FolioMlock.class).munlockVmaFolio(folio, vmas, page);
      tlb.tlbRemovePage(folio);
    }
  }
}
