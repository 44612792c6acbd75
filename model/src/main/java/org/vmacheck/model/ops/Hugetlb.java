package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.HugetlbVmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmOperations;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.PageFault.Access;
import org.vmacheck.model.ops.PageFault.FaultLock;
import org.vmacheck.model.ops.PageFault.Result;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/** mm/hugetlb.c: faults, unmapping and protection of mappings of huge pages. */
public class Hugetlb {

  protected final Kernel kernel;

  public Hugetlb(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code is_vm_hugetlb_page}. */
  public static boolean isVmHugetlbPage(VmArea vma) {
    return VmOperations.HUGETLB.equals(vma.vmOps.plain());
  }

  /** {@code hugetlb_vma_lock_alloc}. */
  public void hugetlbVmaLockAlloc(VmArea vma) {
    vma.vmPrivateData.plain(
        kernel.memory().allocate("hugetlb_vma_lock", () -> new HugetlbVmaLock(kernel.memory())));
  }

  /** {@code hugetlb_vma_lock_read}. A private mapping that was inherited has no lock. */
  public void hugetlbVmaLockRead(VmArea vma) {
    HugetlbVmaLock lock = vma.vmPrivateData.plain();
    if (lock != null) {
      lock.rwSema.downRead();
    }
  }

  /** {@code hugetlb_vma_unlock_read}. */
  public void hugetlbVmaUnlockRead(VmArea vma) {
    HugetlbVmaLock lock = vma.vmPrivateData.plain();
    if (lock != null) {
      lock.rwSema.upRead();
    }
  }

  /** {@code hugetlb_vma_lock_write}. */
  private static void hugetlbVmaLockWrite(VmArea vma) {
    HugetlbVmaLock lock = vma.vmPrivateData.plain();
    if (lock != null) {
      lock.rwSema.downWrite();
    }
  }

  /** {@code hugetlb_vma_trylock_write}: nobody has to be kept out where there is no lock. */
  static boolean hugetlbVmaTrylockWrite(VmArea vma) {
    HugetlbVmaLock lock = vma.vmPrivateData.plain();
    return lock == null || lock.rwSema.downWriteTrylock();
  }

  /** {@code hugetlb_vma_unlock_write}. */
  static void hugetlbVmaUnlockWrite(VmArea vma) {
    HugetlbVmaLock lock = vma.vmPrivateData.plain();
    if (lock != null) {
      lock.rwSema.upWrite();
    }
  }

  /** {@code hugetlb_fault}. RETRY means that the VMA lock has been given back. */
  public Result hugetlbFault(VmArea vma, long page, Access access, FaultLock lock) {
    hugetlbVmaLockRead(vma);
    PteTable table = kernel.path(HugePmdSharing.class).hugePteAlloc(vma, page);
    Word pte = kernel.path(PteMap.class).pte(vma.vmMm.plain().pageTables, table, page);
    long orig = pte.readOnce();
    Result result = Result.DONE;
    if (orig == Pte.NONE && isMissing(vma)) {
      return hugetlbHandleUserfault(vma, lock, table, pte);
    }
    if (orig == Pte.NONE) {
      result = hugetlbNoPage(vma, page, access, lock, table, pte);
    } else if (access == Access.WRITE && Pte.isPresent(orig) && !Pte.allowsWrite(orig)) {
      setHugePte(table, pte, orig, Pte.withProtection(orig, Pte.WRITABLE));
    }
    hugetlbVmaUnlockRead(vma);
    if (result == Result.RETRY) {
      dropVmaLock(vma);
    }
    return result;
  }

  /** Only now: up to here it kept the VMA that the other lock was found by (E3). */
  @KernelFunction("hugetlb_fault")
  protected void dropVmaLock(VmArea vma) {
    kernel.path(VmaLock.class).vmaEndRead(vma);
  }

  /** {@code __vmf_anon_prepare}: RETRY leaves the VMA lock to the caller. */
  @KernelFunction("__vmf_anon_prepare")
  protected Result anonPrepare(VmArea vma, FaultLock lock) {
    return kernel.path(PageFault.class).vmfAnonPrepareLocked(vma, lock);
  }

  /** A private page. One of a file is in the page cache. */
  @Folded
  private static boolean isMissing(VmArea vma) {
    return Userfaultfd.userfaultfdMissing(vma) && (vma.vmFlags.plain() & VmFlags.SHARED) == 0;
  }

  /** {@code hugetlb_handle_userfault}: the lock of the VMA is not to be taken again (E5). */
  protected Result hugetlbHandleUserfault(VmArea vma, FaultLock lock, PteTable table, Word pte) {
    boolean stable = hugetlbPteStable(table, pte);
    hugetlbVmaUnlockRead(vma);
    return stable
        ? kernel
            .path(Userfaultfd.class)
            .handleUserfault(vma, lock, () -> pte.readOnce() == Pte.NONE)
        : Result.DONE;
  }

  /** {@code hugetlb_no_page}. */
  private Result hugetlbNoPage(
      VmArea vma, long page, Access access, FaultLock lock, PteTable table, Word pte) {
    if ((vma.vmFlags.plain() & VmFlags.SHARED) == 0) {
      Result prepared = anonPrepare(vma, lock);
      return prepared == Result.DONE ? allocHugetlbFolio(table, pte) : prepared;
    }
    long pgoff = vma.linearPageIndex(page);
    Folio folio = kernel.path(PageFault.class).filemapLockFolio(vma.vmFile.plain(), pgoff);
    if (folio == null) {
      return Result.SIGBUS;
    }
    long entry = Pte.file(folio.pfn(pgoff), Pte.HUGE | (access == Access.WRITE ? Pte.WRITABLE : 0));
    table.ptl.lock();
    boolean none = pte.readOnce() == Pte.NONE;
    if (none) {
      folio.folioAddFileRmap();
      pte.writeOnce(entry);
    }
    table.ptl.unlock();
    folio.folioUnlock();
    if (!none) {
      folio.folioPut();
    }
    return Result.DONE;
  }

  /** {@code alloc_hugetlb_folio}: of the pool, for a private mapping. SIGBUS if it is empty. */
  private Result allocHugetlbFolio(PteTable table, Word pte) {
    if (kernel.freeHugePages().fetchAddIfAcquire(free -> free > 0, -1) <= 0) {
      // Somebody may be about to store the entry again.
      return hugetlbPteStable(table, pte) ? Result.SIGBUS : Result.DONE;
    }
    if (!setHugePte(table, pte, Pte.NONE, Pte.anonymous(0, Pte.WRITABLE))) {
      freeHugeFolio();
    }
    return Result.DONE;
  }

  /** {@code hugetlb_pte_stable}: whether there really is no entry. */
  private static boolean hugetlbPteStable(PteTable table, Word pte) {
    table.ptl.lock();
    boolean none = pte.readOnce() == Pte.NONE;
    table.ptl.unlock();
    return none;
  }

  /** {@code free_huge_folio}. */
  private void freeHugeFolio() {
    kernel.freeHugePages().fetchAdd(1);
  }

  /** {@code set_huge_pte_at} under the ptl, if the entry still is what was looked at. */
  @KernelFunction("set_huge_pte_at")
  private static boolean setHugePte(PteTable table, Word pte, long orig, long entry) {
    table.ptl.lock();
    boolean same = pte.readOnce() == orig;
    if (same) {
      pte.writeOnce(entry);
    }
    table.ptl.unlock();
    return same;
  }

  /** {@code hugetlb_zap_begin}. */
  @KernelFunction("hugetlb_zap_begin")
  public void hugetlbZapBegin(VmArea vma) {
    hugetlbVmaLockWrite(vma);
    vma.vmFile.plain().iMmapRwsem.downWrite();
  }

  /** {@code hugetlb_zap_end}: the mapping stays. */
  @KernelFunction("hugetlb_zap_end")
  public void hugetlbZapEnd(VmArea vma) {
    hugetlbVmaUnlockWrite(vma);
    vma.vmFile.plain().iMmapRwsem.upWrite();
  }

  /** {@code MADV_DONTNEED}: pages are back in the pool before a fault can look for one (H3). */
  @KernelFunction("zap_vma_range_batched")
  public void zapRange(VmArea vma, long start, long end) {
    hugetlbZapBegin(vma);
    int pages = unmapHugepageRange(vma, start, end);
    finishZap(vma, pages);
  }

  /** {@code tlb_finish_mmu}, and only then {@code hugetlb_zap_end}. */
  @Folded
  protected void finishZap(VmArea vma, int pages) {
    freeHugeFolios(pages);
    hugetlbZapEnd(vma);
  }

  @KernelFunction("tlb_finish_mmu")
  public final void freeHugeFolios(int pages) {
    for (int page = 0; page < pages; page++) {
      freeHugeFolio();
    }
  }

  /** The final unmap: with its lock gone the VMA shares no table any more. */
  @KernelFunction("unmap_vmas")
  public void unmapFinal(VmArea vma) {
    hugetlbZapBegin(vma);
    int pages = unmapHugepageRange(vma, vma.vmStart.plain(), vma.vmEnd.plain());
    freeHugeFolios(pages);
    hugetlbVmaUnlockWriteFree(vma);
    vma.vmFile.plain().iMmapRwsem.upWrite();
  }

  /** {@code __hugetlb_vma_unlock_write_free}. */
  @KernelFunction("__hugetlb_vma_unlock_write_free")
  private void hugetlbVmaUnlockWriteFree(VmArea vma) {
    HugetlbVmaLock lock = vma.vmPrivateData.plain();
    if (lock != null) {
      vma.vmPrivateData.plain(null);
      lock.rwSema.upWrite();
      kernel.memory().free(lock);
    }
  }

  /** {@code hugetlb_dup_vma_private}: the lock of the parent's VMA is not the child's. */
  public void hugetlbDupVmaPrivate(VmArea tmp) {
    tmp.vmPrivateData.plain(null);
  }

  /** {@code hugetlb_vm_op_open}: a child shares tables by a lock of its own. */
  public void hugetlbVmOpOpen(VmArea vma) {
    if ((vma.vmFlags.plain() & VmFlags.MAYSHARE) != 0) {
      hugetlbVmaLockAlloc(vma);
    }
  }

  /**
   * {@code __unmap_hugepage_range}.
   *
   * @return how many pages of the pool are to be freed
   */
  @KernelFunction("__unmap_hugepage_range")
  int unmapHugepageRange(VmArea vma, long start, long end) {
    MmStruct mm = vma.vmMm.plain();
    int pages = 0;
    boolean unshared = false;
    for (long page = start; page < end; page++) {
      PteTable table = mm.pageTables.pmd(page).entry.readOnce();
      if (table == null) {
        continue;
      }
      table.ptl.lock();
      if (kernel.path(HugePmdSharing.class).hugePmdUnshare(mm, page, table)) {
        unshared = true;
      } else {
        Word pte = kernel.path(PteMap.class).pte(mm.pageTables, table, page);
        if (pte.readOnce() != Pte.NONE) {
          pages += removeRmap(pte.xchg(Pte.NONE));
        }
      }
      table.ptl.unlock();
    }
    if (unshared) {
      kernel.path(HugePmdSharing.class).hugePmdUnshareFlush();
    }
    return pages;
  }

  @Folded
  private int removeRmap(long gone) {
    if (!Pte.isFile(gone)) {
      return Pte.isPresent(gone) ? 1 : 0;
    }
    Folio folio = kernel.frames().pageFolio(Pte.pfn(gone));
    folio.folioRemoveRmap();
    folio.folioPut();
    return 0;
  }

  /** {@code hugetlb_change_protection}. */
  public void hugetlbChangeProtection(VmArea vma, long start, long end, long flags) {
    hugetlbZapBegin(vma);
    changeProtection(vma, start, end, flags);
    hugetlbZapEnd(vma);
  }

  @KernelFunction("hugetlb_change_protection")
  private void changeProtection(VmArea vma, long start, long end, long flags) {
    MmStruct mm = vma.vmMm.plain();
    Geometry geometry = mm.pageTables.geometry();
    boolean unshared = false;
    for (long page = start; page < end; page++) {
      PteTable table = mm.pageTables.pmd(page).entry.readOnce();
      if (table == null) {
        continue;
      }
      table.ptl.lock();
      if (kernel.path(HugePmdSharing.class).hugePmdUnshare(mm, page, table)) {
        unshared = true;
        page = geometry.pmdAddrEnd(page, end) - 1;
      } else {
        changePte(kernel.path(PteMap.class).pte(mm.pageTables, table, page), flags);
      }
      table.ptl.unlock();
    }
    if (unshared) {
      kernel.path(HugePmdSharing.class).hugePmdUnshareFlush();
    }
  }

  @Folded
  private static void changePte(Word pte, long flags) {
    if (Pte.isPresent(pte.readOnce())) {
      long protection = (flags & VmFlags.ACCESS) == 0 ? Pte.PROTNONE : 0;
      pte.writeOnce(Pte.withProtection(pte.xchg(Pte.NONE), protection));
    }
  }

  /**
   * {@code PAGEMAP_SCAN} that write-protects what it has seen, of a VMA of huge pages: the walk
   * holds the lock of the VMA already.
   */
  @KernelFunction("walk_hugetlb_range")
  public void pagemapScanWp(VmArea vma, long start, long end) {
    hugetlbVmaLockRead(vma);
    pagemapScanHugetlbWp(vma, start, end);
    hugetlbVmaUnlockRead(vma);
  }

  /** {@code pagemap_scan_hugetlb_entry}. A hole would get a marker, which is left out. */
  @KernelFunction("pagemap_scan_hugetlb_entry")
  protected void pagemapScanHugetlbWp(VmArea vma, long start, long end) {
    MmStruct mm = vma.vmMm.plain();
    for (long page = start; page < end; page++) {
      PteTable table = kernel.path(HugePmdSharing.class).hugePteAlloc(vma, page);
      vma.vmFile.plain().iMmapRwsem.downWrite();
      table.ptl.lock();
      makeUffdWpHugePte(kernel.path(PteMap.class).pte(mm.pageTables, table, page));
      table.ptl.unlock();
      vma.vmFile.plain().iMmapRwsem.upWrite();
    }
  }

  /** {@code make_uffd_wp_huge_pte}: what the MMU sets meanwhile is not lost (V3). */
  protected void makeUffdWpHugePte(Word pte) {
    changePte(pte, VmFlags.ACCESS);
  }
}
