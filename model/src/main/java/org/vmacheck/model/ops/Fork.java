package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/mmap.c, {@code dup_mmap}, and mm/memory.c, {@code copy_page_range} (6.18.y; facts.md C.14).
 */
public class Fork {

  protected final Kernel kernel;

  public Fork(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code dup_mmap}: a copy of the address space for a child.
   *
   * @return the child's mm, which nobody else knows yet
   */
  public MmStruct dupMmap(MmStruct oldmm) {
    MmStruct mm = kernel.newMm(oldmm.pageTables.geometry());
    kernel.path(MmapLock.class).mmapWriteLock(oldmm);
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    for (var entry : kernel.path(VmaIterator.class).vmaIterLoad(oldmm).entries()) {
      VmArea mpnt = entry.vma();
      kernel.path(VmaLock.class).vmaStartWrite(mpnt);
      if ((mpnt.vmFlags.plain() & VmFlags.DONTCOPY) == 0) {
        dupVma(mm, mpnt);
      }
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    kernel.path(MmapLock.class).mmapWriteUnlock(oldmm);
    return mm;
  }

  /** One VMA. Both address spaces and the parent's VMA are write-locked. */
  @Folded
  private void dupVma(MmStruct mm, VmArea mpnt) {
    VmArea tmp = kernel.path(VmaAlloc.class).vmAreaDup(mpnt);
    tmp.vmMm.plain(mm);
    boolean wipe = (mpnt.vmFlags.plain() & VmFlags.WIPEONFORK) != 0;
    if (wipe) {
      // The child finds zeroes; nothing of the parent's is mapped in it.
      tmp.anonVma.plain(null);
    } else {
      kernel.path(Rmap.class).anonVmaFork(tmp, mpnt);
    }
    kernel.path(VmaFlagAccess.class).vmFlagsClear(tmp, VmFlags.LOCKED_MASK);
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, tmp);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    kernel.path(Rmap.class).linkFile(tmp);
    if (!wipe && vmaNeedsCopy(tmp, mpnt)) {
      copyPageRange(tmp, mpnt);
    }
  }

  /**
   * {@code vma_needs_copy}: whether the entries have to be copied, or faults in the child can make
   * them again. Nobody can install a guard meanwhile (claim C73).
   */
  protected boolean vmaNeedsCopy(VmArea dst, VmArea src) {
    return (dst.vmFlags.plain() & VmFlags.COPY_ON_FORK) != 0 || src.anonVma.plain() != null;
  }

  /** {@code copy_page_range}: table by table, child's ptl first, then the parent's. */
  private void copyPageRange(VmArea dst, VmArea src) {
    PageTables from = src.vmMm.plain().pageTables;
    PageTables to = dst.vmMm.plain().pageTables;
    PteMap map = kernel.path(PteMap.class);
    long end = src.vmEnd.plain();
    for (long page = src.vmStart.plain();
        page < end;
        page = from.geometry().pmdAddrEnd(page, end)) {
      if (from.pmd(page).entry.readOnce() == null) {
        continue;
      }
      map.pteAlloc(to, page);
      PteTable dstTable = map.pteOffsetMapLock(to, page);
      PteTable srcTable = map.pteOffsetMapLock(from, page);
      if (srcTable != null) {
        for (long at = page; at < from.geometry().pmdAddrEnd(page, end); at++) {
          copyPte(map.pte(to, dstTable, at), map.pte(from, srcTable, at), src);
        }
        map.pteUnmapUnlock(srcTable);
      }
      map.pteUnmapUnlock(dstTable);
    }
  }

  /** {@code copy_present_pte} and {@code copy_nonpresent_pte}: guard markers are copied. */
  @KernelFunction("copy_pte_range")
  private static void copyPte(Word dst, Word src, VmArea vma) {
    long pte = src.readOnce();
    if (Pte.isGuard(pte)) {
      dst.writeOnce(pte);
      return;
    }
    if (!Pte.isPresent(pte)) {
      return;
    }
    if ((vma.vmFlags.plain() & VmFlags.SHARED) == 0 && Pte.allowsWrite(pte)) {
      // ptep_set_wrprotect: both write faults make copies from now on.
      src.xchg(Pte.withProtection(pte, 0));
      dst.writeOnce(Pte.withProtection(pte, 0));
      return;
    }
    dst.writeOnce(pte);
  }
}
