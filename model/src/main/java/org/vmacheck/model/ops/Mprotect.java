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
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;

/** mm/mprotect.c. */
public class Mprotect {

  protected final Kernel kernel;

  public Mprotect(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code mprotect(2)}.
   *
   * @param start first page
   * @param pages how many; none is fine
   * @param prot {@code PROT_*} of {@link Mman}
   * @return 0; {@code -ENOMEM} if a page is not mapped (what comes before it is done), {@code
   *     -EACCES} if the mapping may never be accessed so, {@code -EPERM} if it is sealed
   */
  @KernelFunction("do_mprotect_pkey")
  public long mprotect(MmStruct mm, long start, long pages, long prot) {
    if (pages == 0) {
      return 0;
    }
    lockMm(mm);
    long result = doMprotectPkey(mm, start, start + pages, prot);
    unlockMm(mm);
    return result;
  }

  @Folded
  protected void lockMm(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
  }

  @Folded
  protected void unlockMm(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
  }

  /** {@code do_mprotect_pkey}. The caller holds mmap_lock for writing. */
  private long doMprotectPkey(MmStruct mm, long start, long end, long prot) {
    long at = start;
    while (at < end) {
      VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(at);
      if (vma == null) {
        return -Errno.ENOMEM;
      }
      long newflags = newFlags(vma, prot);
      if ((newflags & ~(newflags >> 4) & VmFlags.ACCESS) != 0) {
        return -Errno.EACCES;
      }
      long upTo = Math.min(vma.vmEnd.plain(), end);
      long error = mprotectFixup(mm, vma, at, upTo, newflags);
      if (error != 0) {
        return error;
      }
      at = upTo;
    }
    return 0;
  }

  /**
   * The flags asked for. As in the kernel they are computed while only mmap_lock is held: who may
   * set a bit under the VMA read lock alone can do so after this (claim C61, race A6).
   */
  @Folded
  protected long newFlags(VmArea vma, long prot) {
    return Mman.calcVmProtBits(prot) | (vma.vmFlags.plain() & ~VmFlags.ACCESS);
  }

  /** {@code mprotect_fixup}: pages [start, end) of one VMA. */
  protected long mprotectFixup(MmStruct mm, VmArea vma, long start, long end, long newflags) {
    long oldflags = vma.vmFlags.plain();
    if ((oldflags & VmFlags.SEALED) != 0) {
      return -Errno.EPERM;
    }
    if (newflags == oldflags) {
      return 0;
    }
    long wanted = chargeWritable(vma, oldflags, newflags);
    VmArea prev = kernel.path(VmaIterator.class).vmaIterLoad(mm).before(vma.vmStart.plain());
    VmaModify.Modified modified =
        kernel.path(VmaModify.class).vmaModifyFlags(prev, vma, start, end, wanted);
    lockToStore(modified.vma());
    kernel.path(VmaFlagAccess.class).vmaFlagsResetOnce(modified.vma(), flagsToStore(modified));
    modified.vma().vmPageProt.writeOnce(modified.flags() & VmFlags.ACCESS);
    if (Hugetlb.isVmHugetlbPage(modified.vma())) {
      kernel
          .path(Hugetlb.class)
          .hugetlbChangeProtection(modified.vma(), start, end, modified.flags());
      return 0;
    }
    changeProtection(mm, start, end, modified.flags());
    long watched = VmFlags.WRITE | VmFlags.SHARED | VmFlags.LOCKED;
    if ((oldflags & watched) == VmFlags.LOCKED && (newflags & VmFlags.WRITE) != 0) {
      // A locked private VMA that becomes writable gets its own pages now, not at the first store.
      kernel.path(Populate.class).populateVmaPageRange(modified.vma(), start, end);
    }
    return 0;
  }

  /** Unless it was merged or split nobody has locked it yet, and nothing asserts it (C101). */
  @Folded
  protected void lockToStore(VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
  }

  /** What is stored over the word: what was computed before the VMA was write-locked. */
  @Folded
  protected long flagsToStore(VmaModify.Modified modified) {
    return modified.flags();
  }

  /** A private mapping that becomes writable is charged for, and marked so. */
  @Folded
  private static long chargeWritable(VmArea vma, long oldflags, long newflags) {
    if ((newflags & VmFlags.WRITE) != 0) {
      long exempt =
          VmFlags.ACCOUNT | VmFlags.WRITE | VmFlags.HUGETLB | VmFlags.SHARED | VmFlags.NORESERVE;
      return (oldflags & exempt) == 0 ? newflags | VmFlags.ACCOUNT : newflags;
    }
    boolean unused = vma.vmaIsAnonymous() && vma.anonVma.plain() == null;
    return (oldflags & VmFlags.ACCOUNT) != 0 && unused ? newflags & ~VmFlags.ACCOUNT : newflags;
  }

  /** {@code change_protection}: the entries that are there already, table by table. */
  private void changeProtection(MmStruct mm, long start, long end, long flags) {
    kernel
        .path(PteMap.class)
        .walkPageRange(mm.pageTables, start, end, pte -> changePteRange(pte, flags));
    kernel.path(TlbFlush.class).flushTlbRange(mm, start, end);
  }

  /** Write access is taken away here, and given back by the next write fault. */
  private static void changePteRange(Word pte, long flags) {
    long old = pte.readOnce();
    if (Pte.isMigration(old) && (old & Pte.WRITABLE) != 0) {
      pte.writeOnce(old & ~Pte.WRITABLE);
    }
    if (!Pte.isPresent(old)) {
      return;
    }
    long protection = (flags & VmFlags.ACCESS) == 0 ? Pte.PROTNONE : 0;
    // ptep_modify_prot_start: nothing that the MMU sets meanwhile may be lost.
    long taken = pte.xchg(Pte.NONE);
    pte.writeOnce(Pte.withProtection(taken, protection));
  }
}
