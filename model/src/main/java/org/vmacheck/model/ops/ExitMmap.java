package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmCount;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/mmap.c and kernel/fork.c: how an address space ends once its last user has gone. Nobody runs
 * in it any more, but walks over the reverse maps find its VMAs until they have left them, and
 * whoever pinned the mm may look at it.
 */
public class ExitMmap {

  protected final Kernel kernel;
  private final MmCount mmCount;

  public ExitMmap(Kernel kernel) {
    this.kernel = kernel;
    this.mmCount = new MmCount(kernel.memory());
  }

  /** {@code mmput}: a user goes, and the last one takes the address space down. */
  public void mmput(MmStruct mm) {
    if (mm.mmUsers.fetchAdd(-1) == 1) {
      exitMmap(mm);
      kernel.path(Swap.class).leaveMmlist(mm);
      mmCount.mmdrop(mm);
    }
  }

  /** {@code exit_mmap}. The caller holds nothing; there is no user any more. */
  private void exitMmap(MmStruct mm) {
    MmapLock mmapLock = kernel.path(MmapLock.class);
    mmapLock.mmapReadLock(mm);
    List<VmArea> vmas = vmas(mm);
    if (vmas.isEmpty()) {
      mmapLock.mmapReadUnlock(mm);
      lockToFree(mm);
    } else {
      Munmap.Gathered everything = everything(mm, vmas);
      kernel.path(Munmap.class).unmapVmas(mm, everything);
      mmapLock.mmapReadUnlock(mm);
      mm.flags.setBit(MmStruct.MMF_OOM_SKIP);
      lockToFree(mm);
      kernel.path(FreePgtables.class).freePgtables(mm, everything);
      tearDownVmas(mm, vmas);
    }
    kernel.path(VmaIterator.class).mtDestroy(mm);
    unlockFreed(mm);
  }

  /** Who still looks at the address space has pinned the mm, and holds mmap_lock. */
  @Folded
  protected void lockToFree(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
  }

  @Folded
  protected void unlockFreed(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
  }

  /**
   * What {@code dup_mmap} does with a copy that it cannot finish. The caller holds mmap_lock for
   * writing, and nobody else knows the mm.
   */
  @KernelFunction("unmap_region")
  void tearDown(MmStruct mm) {
    List<VmArea> vmas = vmas(mm);
    if (!vmas.isEmpty()) {
      kernel.path(Munmap.class).vmsClearPtes(mm, everything(mm, vmas));
      tearDownVmas(mm, vmas);
    }
    kernel.path(VmaIterator.class).mtDestroy(mm);
  }

  @Folded
  protected List<VmArea> vmas(MmStruct mm) {
    return kernel.path(VmaIterator.class).vmaIterLoad(mm).entries().stream()
        .map(VmaTree.Entry::vma)
        .toList();
  }

  private static Munmap.Gathered everything(MmStruct mm, List<VmArea> vmas) {
    long end = mm.pageTables.geometry().pages();
    return new Munmap.Gathered(0, vmas, 0, end, 0, end);
  }

  /** {@code tear_down_vmas}: detaches each VMA, which is write-locked by now, and frees it. */
  private void tearDownVmas(MmStruct mm, List<VmArea> vmas) {
    kernel.path(MmapLock.class).mmapAssertWriteLocked(mm);
    for (VmArea vma : vmas) {
      detach(vma);
      kernel.path(VmaAlloc.class).vmAreaFree(vma);
    }
    KernelBug.check(
        mm.mapCount.plain() == vmas.size(),
        "tear_down_vmas",
        "map_count says " + mm.mapCount.plain() + ", and " + vmas.size() + " VMAs were freed");
  }

  /** A stale reader must find a count of zero in what is about to be another's (claim C37). */
  @KernelFunction("tear_down_vmas")
  protected void detach(VmArea vma) {
    kernel.path(VmaLock.class).vmaMarkDetached(vma);
  }
}
