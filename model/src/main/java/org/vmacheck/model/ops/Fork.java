package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/** mm/mmap.c, {@code dup_mmap}, and mm/memory.c, {@code copy_page_range}. */
public class Fork {

  protected final Kernel kernel;

  public Fork(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code dup_mmap}: a copy of the address space for a child.
   *
   * @return the child's mm, which nobody else knows yet, or null if there was no memory, or a fatal
   *     signal
   */
  public MmStruct dupMmap(MmStruct oldmm) {
    MmStruct mm = dupMm(oldmm);
    kernel.path(MmapLock.class).mmapWriteLock(oldmm);
    kernel.path(MmapLock.class).mmapWriteLockNested(mm);
    beginDup(mm, oldmm);
    Duplicated done = dupVmas(mm, oldmm);
    endDup(mm, oldmm, done);
    kernel.path(TlbFlush.class).flushTlbMm(oldmm);
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    kernel.path(MmapLock.class).mmapWriteUnlock(oldmm);
    if (done.error() == 0) {
      return mm;
    }
    kernel.path(ExitMmap.class).mmput(mm);
    return null;
  }

  /** Nobody else knows the mm until it is complete. */
  @Folded
  protected void beginDup(MmStruct mm, MmStruct oldmm) {}

  /** Others hear of the mm if it is complete; if not, it is empty when the locks are dropped. */
  @Folded
  protected void endDup(MmStruct mm, MmStruct oldmm, Duplicated done) {
    if (done.error() == 0) {
      kernel.path(Ksm.class).ksmFork(mm, oldmm);
    } else {
      mm.flags.setBit(MmStruct.MMF_OOM_SKIP);
      kernel.path(ExitMmap.class).tearDown(mm);
      mm.flags.setBit(MmStruct.MMF_UNSTABLE);
    }
  }

  /**
   * How far the copy has come.
   *
   * @param error 0, or the negated errno that ended it
   * @param mpnt the first of the parent's VMAs that has no copy, null if all have
   */
  protected record Duplicated(long error, VmArea mpnt) {}

  /** {@code dup_mm}: copies the fields that are no lists or locks, and locks nothing. */
  private MmStruct dupMm(MmStruct oldmm) {
    MmStruct mm = kernel.newMm(oldmm.pageTables.geometry());
    mm.startBrk.plain(oldmm.startBrk.plain());
    mm.brk.plain(oldmm.brk.plain());
    return mm;
  }

  @KernelFunction("dup_mmap")
  private Duplicated dupVmas(MmStruct mm, MmStruct oldmm) {
    List<VmaTree.Entry> all = kernel.path(VmaIterator.class).vmaIterLoad(oldmm).entries();
    for (int i = 0; i < all.size(); i++) {
      VmArea mpnt = all.get(i).vma();
      if (!lockParent(mpnt)) {
        return new Duplicated(-Errno.EINTR, mpnt);
      }
      if ((mpnt.vmFlags.plain() & VmFlags.DONTCOPY) != 0) {
        leaveOut(mm, mpnt);
        continue;
      }
      VmArea tmp = kernel.path(VmaAlloc.class).vmAreaDup(mpnt);
      if (tmp == null) {
        return new Duplicated(-Errno.ENOMEM, mpnt);
      }
      long error = dupVma(mm, mpnt, tmp);
      if (error != 0) {
        return new Duplicated(error, i + 1 < all.size() ? all.get(i + 1).vma() : null);
      }
    }
    return new Duplicated(0, null);
  }

  /** Nothing was copied yet that would have to go. */
  @Folded
  protected void leaveOut(MmStruct mm, VmArea mpnt) {}

  /** Nobody makes an entry in the VMA until all of them are copied (C1). */
  @Folded
  protected boolean lockParent(VmArea mpnt) {
    return startWrite(mpnt);
  }

  /** A fatal signal may end the wait for the readers of the VMA. */
  @Folded
  protected boolean startWrite(VmArea mpnt) {
    return kernel.path(VmaLock.class).vmaStartWriteKillable(mpnt);
  }

  /**
   * One VMA. Both address spaces and the parent's VMA are write-locked.
   *
   * @return 0 or {@code -ENOMEM}
   */
  @Folded
  private long dupVma(MmStruct mm, VmArea mpnt, VmArea tmp) {
    tmp.vmMm.plain(mm);
    dupUserfaultfd(tmp);
    boolean wipe = isWiped(mpnt);
    if (wipe) {
      // The child finds zeroes; nothing of the parent's is mapped in it.
      tmp.anonVma.plain(null);
    } else {
      kernel.path(Rmap.class).anonVmaFork(tmp, mpnt);
    }
    kernel.path(VmaLock.class).vmaStartWrite(tmp);
    kernel.path(VmaFlagAccess.class).vmaClearFlagsMask(tmp, VmFlags.LOCKED_MASK);
    return completeAndCopy(tmp, mpnt);
  }

  /** What walks over the reverse maps of the file find is complete (F3). */
  @KernelFunction("dup_mmap")
  protected long completeAndCopy(VmArea tmp, VmArea mpnt) {
    MmStruct mm = tmp.vmMm.plain();
    boolean huge = Hugetlb.isVmHugetlbPage(tmp);
    if (huge) {
      kernel.path(Hugetlb.class).hugetlbDupVmaPrivate(tmp);
    }
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, tmp);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    if (huge) {
      kernel.path(Hugetlb.class).hugetlbVmOpOpen(tmp);
    }
    kernel.path(Rmap.class).linkFile(tmp);
    return copyEntries(tmp, mpnt);
  }

  @KernelFunction("copy_page_range")
  protected final long copyEntries(VmArea tmp, VmArea mpnt) {
    return !isWiped(mpnt) && vmaNeedsCopy(tmp, mpnt) ? copyPageRange(tmp, mpnt) : 0;
  }

  /**
   * {@code dup_userfaultfd} of a context that does not ask for events of fork: the child's VMA is
   * not registered.
   */
  private void dupUserfaultfd(VmArea tmp) {
    if (tmp.vmUserfaultfdCtx.plain() != null) {
      kernel.path(VmaLock.class).vmaStartWrite(tmp);
      tmp.vmUserfaultfdCtx.plain(null);
      long flags = tmp.vmFlags.plain() & ~VmFlags.UFFD_FLAGS;
      kernel.path(VmaFlagAccess.class).vmFlagsReset(tmp, flags);
    }
  }

  @Folded
  protected boolean isWiped(VmArea mpnt) {
    return (mpnt.vmFlags.plain() & VmFlags.WIPEONFORK) != 0;
  }

  /**
   * {@code vma_needs_copy}: whether the entries have to be copied, or faults in the child can make
   * them again. Nobody can install a guard meanwhile (claim C73).
   */
  protected boolean vmaNeedsCopy(VmArea dst, VmArea src) {
    return (flagsThatDecide(dst, src) & VmFlags.COPY_ON_FORK) != 0 || src.anonVma.plain() != null;
  }

  /** Those of the child: a registration with userfaultfd may not be inherited (claim C74). */
  @Folded
  protected long flagsThatDecide(VmArea dst, VmArea src) {
    return dst.vmFlags.plain();
  }

  /**
   * {@code copy_page_range}: table by table.
   *
   * @return 0 or {@code -ENOMEM}
   */
  private long copyPageRange(VmArea dst, VmArea src) {
    boolean cow = vmaIsCowMapping(src);
    if (cow) {
      writeProtectBegin(src.vmMm.plain());
    }
    long error = copyTables(dst, src);
    if (cow) {
      writeProtectEnd(src.vmMm.plain());
    }
    return error;
  }

  /** {@code raw_write_seqcount_begin}: who pins a page meanwhile notices (claim C92). */
  @Folded
  protected void writeProtectBegin(MmStruct mm) {
    mm.writeProtectSeq.writeOnce(mm.writeProtectSeq.plain() + 1);
    kernel.memory().smpWmb();
  }

  /** {@code raw_write_seqcount_end}. */
  @Folded
  protected void writeProtectEnd(MmStruct mm) {
    kernel.memory().smpWmb();
    mm.writeProtectSeq.writeOnce(mm.writeProtectSeq.plain() + 1);
  }

  @KernelFunction("copy_page_range")
  private long copyTables(VmArea dst, VmArea src) {
    PageTables from = src.vmMm.plain().pageTables;
    long end = src.vmEnd.plain();
    long page = src.vmStart.plain();
    while (page < end) {
      long upTo = from.geometry().pmdAddrEnd(page, end);
      if (from.pmd(page).entry.readOnce() != null) {
        long error = copyPteRange(dst, src, page, upTo);
        if (error != 0) {
          return error;
        }
      }
      page = upTo;
    }
    return 0;
  }

  /**
   * {@code copy_pte_range}: the child's ptl first, then the parent's nested in it. Neither the
   * parent's PMD nor, once made, the child's is expected to change: retraction leaves VMAs alone
   * whose entries have to be copied.
   *
   * @return 0, or {@code -ENOMEM} if there is no table to copy to
   */
  private long copyPteRange(VmArea dst, VmArea src, long page, long end) {
    PageTables from = src.vmMm.plain().pageTables;
    PageTables to = dst.vmMm.plain().pageTables;
    PteMap map = kernel.path(PteMap.class);
    map.pteAlloc(to, page);
    PteTable dstTable = map.pteOffsetMapLock(to, page);
    if (dstTable == null) {
      return -Errno.ENOMEM;
    }
    PteTable srcTable = map.pteOffsetMapRwNolock(from, page);
    if (srcTable != null) {
      srcTable.ptl.lockNested(LockClass.SINGLE_DEPTH_NESTING);
      for (long at = page; at < end; at++) {
        copyPte(map.pte(to, dstTable, at), map.pte(from, srcTable, at), dst, src);
      }
      map.pteUnmapUnlock(srcTable);
    }
    map.pteUnmapUnlock(dstTable);
    return 0;
  }

  /**
   * {@code copy_present_pte} and {@code copy_nonpresent_pte}: guard markers are copied, what
   * userfaultfd has write-protected is not for the child, which is not registered.
   */
  @KernelFunction("copy_pte_range")
  private void copyPte(Word dst, Word src, VmArea child, VmArea vma) {
    long pte = src.readOnce();
    if (Pte.isGuard(pte)) {
      dst.writeOnce(pte);
      return;
    }
    if (Pte.isMigration(pte)) {
      // An entry of private memory that could be written cannot any more, here and in the child.
      long entry = vmaIsCowMapping(vma) ? pte & ~Pte.WRITABLE : pte;
      if (entry != pte) {
        src.writeOnce(entry);
      }
      dst.writeOnce(entry & ~Pte.UFFD);
      return;
    }
    if (Pte.isSwap(pte)) {
      kernel.path(Swap.class).dup(child.vmMm.plain(), dst, pte & ~Pte.UFFD);
      return;
    }
    if (!Pte.isPresent(pte)) {
      return;
    }
    if (Pte.isFile(pte)) {
      Folio folio = kernel.frames().pageFolio(Pte.pfn(pte));
      folio.folioGet();
      folio.folioAddFileRmap();
    }
    if (Pte.isPinned(pte)) {
      // copy_present_page: a device writes to the parent's, which must not become shared.
      dst.writeOnce(Pte.anonymous(Pte.content(pte), Pte.WRITABLE));
      return;
    }
    if (vmaIsCowMapping(vma) && Pte.allowsWrite(pte)) {
      // Both write faults make copies from now on.
      long shared = ptepSetWrprotect(src, pte);
      dst.writeOnce(shared & ~(Pte.WRITABLE | Pte.PINNED | Pte.UFFD));
      return;
    }
    dst.writeOnce(pte & ~Pte.UFFD);
  }

  /**
   * {@code ptep_set_wrprotect}: takes one bit only, as user space may be storing to the page at
   * this moment.
   *
   * @return the entry before
   */
  @Folded
  protected long ptepSetWrprotect(Word pte, long seen) {
    return pte.fetchAnd(~Pte.WRITABLE);
  }

  private static boolean vmaIsCowMapping(VmArea vma) {
    return (vma.vmFlags.plain() & VmFlags.SHARED) == 0;
  }
}
