package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.TlbFlush.MmuGather;
import org.vmacheck.model.pgtable.PteMap;

/** mm/madvise.c: which lock each advice takes, and the walk over the VMAs. */
public class Madvise {

  /** What can be advised. */
  public enum Advice {
    NORMAL,
    RANDOM,
    SEQUENTIAL,
    DONTNEED,
    FREE,
    DONTFORK,
    DOFORK,
    DONTDUMP,
    DODUMP,
    WIPEONFORK,
    KEEPONFORK,
    MERGEABLE,
    UNMERGEABLE,
    COLD,
    PAGEOUT,
    COLLAPSE,
    POPULATE_READ,
    POPULATE_WRITE,
    GUARD_INSTALL,
    GUARD_REMOVE
  }

  /** {@code enum madvise_lock_mode}. */
  public enum LockMode {
    MMAP_WRITE_LOCK,
    MMAP_READ_LOCK,
    VMA_READ_LOCK
  }

  protected final Kernel kernel;

  public Madvise(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code get_lock_mode}: guard regions and DONTNEED take the VMA lock where they can, and what
   * changes flags mmap_lock for writing.
   */
  @KernelFunction("get_lock_mode")
  protected LockMode lockMode(Advice advice) {
    return switch (advice) {
      case DONTNEED, FREE, GUARD_INSTALL, GUARD_REMOVE -> LockMode.VMA_READ_LOCK;
      case COLD, PAGEOUT, COLLAPSE, POPULATE_READ, POPULATE_WRITE -> LockMode.MMAP_READ_LOCK;
      default -> LockMode.MMAP_WRITE_LOCK;
    };
  }

  /**
   * {@code madvise(2)}.
   *
   * @param start first page
   * @param pages how many; none is fine
   * @return 0; {@code -ENOMEM} if a page is not mapped (the others are done), {@code -EINVAL} if a
   *     VMA does not allow it, {@code -EPERM} if it is sealed
   */
  @KernelFunction("do_madvise")
  public long madvise(MmStruct mm, long start, long pages, Advice advice) {
    if (pages == 0) {
      return 0;
    }
    long result = madviseOnce(mm, start, start + pages, advice);
    while (result == GuardRegions.RESTART) {
      kernel.memory().restartSyscall();
      result = madviseOnce(mm, start, start + pages, advice);
    }
    return result;
  }

  @KernelFunction("do_madvise")
  private long madviseOnce(MmStruct mm, long start, long end, Advice advice) {
    MmuGather tlb = madviseInitTlb(mm, advice);
    if (lockMode(advice) == LockMode.MMAP_WRITE_LOCK) {
      kernel.path(MmapLock.class).mmapWriteLock(mm);
      long result = madviseWalkVmas(mm, start, end, advice, tlb);
      kernel.path(MmapLock.class).mmapWriteUnlock(mm);
      return result;
    }
    if (lockMode(advice) == LockMode.VMA_READ_LOCK) {
      VmArea vma = tryVmaReadLock(mm, start, end, advice);
      if (vma != null) {
        long result = madviseVmaBehavior(vma, start, end, advice, tlb);
        unlockAndFlush(vma, tlb);
        return result;
      }
    }
    kernel.path(MmapLock.class).mmapReadLock(mm);
    long result =
        switch (advice) {
          case POPULATE_READ -> madvisePopulate(mm, start, end, PageFault.Access.READ);
          case POPULATE_WRITE -> madvisePopulate(mm, start, end, PageFault.Access.WRITE);
          default -> madviseWalkVmas(mm, start, end, advice, tlb);
        };
    madviseFinishTlb(tlb);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return result;
  }

  /** {@code madvise_init_tlb}: null for what needs no flush, or makes its own. */
  private MmuGather madviseInitTlb(MmStruct mm, Advice advice) {
    boolean batched = advice == Advice.DONTNEED || advice == Advice.FREE;
    return batched ? kernel.path(TlbFlush.class).tlbGatherMmu(mm) : null;
  }

  /** {@code madvise_finish_tlb}. */
  protected void madviseFinishTlb(MmuGather tlb) {
    if (tlb != null) {
      tlb.tlbFinishMmu();
    }
  }

  /**
   * {@code madvise_walk_vmas} gives the VMA back, and the flush comes after it: who has waited for
   * the VMA's readers meets translations of what they have thrown away (X4).
   */
  @Folded
  protected void unlockAndFlush(VmArea vma, MmuGather tlb) {
    kernel.path(VmaLock.class).vmaEndRead(vma);
    madviseFinishTlb(tlb);
  }

  /** {@code madvise_populate}: it looks VMAs up itself and stops at the first error. */
  private long madvisePopulate(MmStruct mm, long start, long end, PageFault.Access access) {
    return kernel.path(Populate.class).faultinPageRange(mm, start, end, access);
  }

  /**
   * {@code try_vma_read_lock}: the one VMA that holds all of the range, read-locked.
   *
   * @return null, with nothing held, if it takes mmap_lock to do it
   */
  private VmArea tryVmaReadLock(MmStruct mm, long start, long end, Advice advice) {
    VmArea vma = kernel.path(VmaLock.class).lockVmaUnderRcu(mm, start);
    if (vma == null) {
      return null;
    }
    // An anon_vma can be set by somebody meanwhile, but it cannot vanish (claim C79).
    boolean preparesAnonVma = advice == Advice.GUARD_INSTALL && lacksAnonVma(vma);
    if (end > vma.vmEnd.plain() || vma.vmUserfaultfdCtx.plain() != null || preparesAnonVma) {
      kernel.path(VmaLock.class).vmaEndRead(vma);
      return null;
    }
    return vma;
  }

  /** Whether it takes mmap_lock, since an anon_vma may be made by the look of the neighbours. */
  @Folded
  protected boolean lacksAnonVma(VmArea vma) {
    return vma.vmaIsAnonymous() && vma.anonVma.plain() == null;
  }

  private long madviseWalkVmas(MmStruct mm, long start, long end, Advice advice, MmuGather tlb) {
    return madviseWalkVmas(
        mm, start, end, (vma, from, upTo) -> madviseVmaBehavior(vma, from, upTo, advice, tlb));
  }

  /** What is done to pages [start, end) of one VMA; 0 or a negated errno, which ends the walk. */
  interface Behavior {
    long on(VmArea vma, long start, long end);
  }

  /** {@code madvise_walk_vmas}: a hole is an error in the end, but does not stop the walk. */
  long madviseWalkVmas(MmStruct mm, long start, long end, Behavior behavior) {
    long result = 0;
    long at = start;
    while (at < end) {
      VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(at);
      if (vma == null) {
        return -Errno.ENOMEM;
      }
      long from = vma.vmStart.plain();
      if (at < from) {
        result = -Errno.ENOMEM;
        at = from;
        if (at >= end) {
          break;
        }
      }
      long upTo = Math.min(vma.vmEnd.plain(), end);
      long error = behavior.on(vma, at, upTo);
      if (error != 0) {
        return error;
      }
      at = upTo;
    }
    return result;
  }

  /** {@code madvise_vma_behavior}: pages [start, end) of one VMA, which is kept in place. */
  private long madviseVmaBehavior(VmArea vma, long start, long end, Advice advice, MmuGather tlb) {
    if (!canMadviseModify(vma, advice)) {
      return -Errno.EPERM;
    }
    return switch (advice) {
      case GUARD_INSTALL -> kernel.path(GuardRegions.class).madviseGuardInstall(vma, start, end);
      case GUARD_REMOVE -> kernel.path(GuardRegions.class).madviseGuardRemove(vma, start, end);
      case DONTNEED -> madviseDontneedSingleVma(vma, start, end, tlb);
      case FREE -> madviseFreeSingleVma(vma, start, end);
      case COLD -> madviseCold(vma);
      case PAGEOUT -> madvisePageout(vma, start, end);
      case MERGEABLE -> madviseMergeable(vma, start, end);
      case COLLAPSE -> kernel.path(MadviseCollapse.class).madviseCollapse(vma, start, end);
      default -> kernel.path(MadviseFlags.class).madviseUpdateVma(vma, start, end, advice);
    };
  }

  /** {@code ksm_madvise}: its thread looks at the whole address space from now on. */
  @KernelFunction("ksm_madvise")
  private long madviseMergeable(VmArea vma, long start, long end) {
    kernel.path(Ksm.class).ksmEnter(vma.vmMm.plain());
    return kernel.path(MadviseFlags.class).madviseUpdateVma(vma, start, end, Advice.MERGEABLE);
  }

  /**
   * {@code can_madvise_modify}: what cannot be written cannot be thrown away if it is sealed. Of a
   * file it may be, as there the file still has it. The kernel looks at the seal first, which may
   * change only while others hold no lock that gets them here.
   */
  @Folded
  protected boolean canMadviseModify(VmArea vma, Advice advice) {
    if (!isDiscard(advice) || !vma.vmaIsAnonymous()) {
      return true;
    }
    long flags = vma.vmFlags.plain();
    return (flags & VmFlags.SEALED) == 0 || (flags & VmFlags.WRITE) != 0;
  }

  @Folded
  private static boolean isDiscard(Advice advice) {
    return switch (advice) {
      case FREE, DONTNEED, DONTFORK, WIPEONFORK, GUARD_INSTALL -> true;
      default -> false;
    };
  }

  /** {@code madvise_cold}: pages get older, which nothing here shows. */
  private static long madviseCold(VmArea vma) {
    return (vma.vmFlags.plain() & (VmFlags.LOCKED | VmFlags.PFNMAP)) != 0 ? -Errno.EINVAL : 0;
  }

  /** {@code madvise_pageout}: of anonymous memory; what is of files stays here. */
  private long madvisePageout(VmArea vma, long start, long end) {
    if ((vma.vmFlags.plain() & (VmFlags.LOCKED | VmFlags.PFNMAP | VmFlags.HUGETLB)) != 0) {
      return -Errno.EINVAL;
    }
    if (vma.vmaIsAnonymous()) {
      kernel.path(Swap.class).pageout(vma, start, end);
    }
    return 0;
  }

  /** {@code madvise_dontneed_free_valid_vma}. */
  @Folded
  private static boolean isValidForDontneedFree(VmArea vma) {
    return (vma.vmFlags.plain() & (VmFlags.LOCKED | VmFlags.PFNMAP)) == 0;
  }

  /**
   * {@code madvise_free_single_vma}: pages may be dropped instead of being swapped until they are
   * written again. Nothing here is short of memory, so they keep what they hold.
   */
  private long madviseFreeSingleVma(VmArea vma, long start, long end) {
    if (!isValidForDontneedFree(vma) || !vma.vmaIsAnonymous()) {
      return -Errno.EINVAL;
    }
    kernel
        .path(PteMap.class)
        .walkPageRange(vma.vmMm.plain().pageTables, start, end, Madvise::madviseFreePte);
    return 0;
  }

  /** One entry of {@code madvise_free_pte_range}, under its ptl. */
  @KernelFunction("madvise_free_pte_range")
  private static void madviseFreePte(Word pte) {
    pte.readOnce();
  }

  /** {@code madvise_dontneed_single_vma}: data goes, guards stay. */
  private long madviseDontneedSingleVma(VmArea vma, long start, long end, MmuGather tlb) {
    if (!isValidForDontneedFree(vma)) {
      return -Errno.EINVAL;
    }
    if (Hugetlb.isVmHugetlbPage(vma)) {
      kernel.path(Hugetlb.class).zapRange(vma, start, end);
      return 0;
    }
    kernel.path(Zap.class).zapVmaRangeBatched(vma, start, end, tlb);
    return 0;
  }
}
