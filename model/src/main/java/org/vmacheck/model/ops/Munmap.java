package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/** mm/vma.c: munmap in the two halves that mmap shares with it, gather and complete (C.8). */
public class Munmap {

  protected final Kernel kernel;

  public Munmap(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code struct vma_munmap_struct}: what an unmap has taken out of use.
   *
   * @param error 0, or why nothing is out of use, negated
   * @param vmas write-locked and detached, and nothing but them in [start, end)
   * @param floor no table that reaches below it is freed: the neighbour uses it
   * @param ceiling no table that reaches beyond it is freed
   */
  public record Gathered(
      long error, List<VmArea> vmas, long start, long end, long floor, long ceiling) {

    private static Gathered refused(long error) {
      return new Gathered(error, List.of(), 0, 0, 0, 0);
    }
  }

  /**
   * {@code munmap(2)}.
   *
   * @param start first page
   * @param pages how many
   * @return 0, {@code -EINVAL} for an empty range or one outside of the address space, {@code
   *     -EPERM} if a page is sealed, or {@code -ENOMEM}
   */
  @KernelFunction("__vm_munmap")
  public long munmap(MmStruct mm, long start, long pages) {
    long end = start + pages;
    if (pages <= 0 || start < 0 || end > mm.pageTables.geometry().pages()) {
      return -Errno.EINVAL;
    }
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    return doVmiMunmapAndUnlock(mm, start, end);
  }

  /**
   * {@code do_vmi_munmap(.., unlock = true)}. The caller holds mmap_lock for writing; it is
   * downgraded on the way and given back.
   *
   * @return 0, or {@code -EPERM} or {@code -ENOMEM} with everything as it was
   */
  @KernelFunction("do_vmi_munmap")
  long doVmiMunmapAndUnlock(MmStruct mm, long start, long end) {
    if (kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end).isEmpty()) {
      kernel.path(MmapLock.class).mmapWriteUnlock(mm);
      return 0;
    }
    long result = doVmiAlignMunmapAndUnlock(mm, start, end);
    if (result != 0) {
      kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    }
    return result;
  }

  /**
   * {@code do_vmi_align_munmap(.., unlock = true)}: the same for who knows that something is mapped
   * there. Without success the caller still holds mmap_lock for writing.
   *
   * @return 0, or {@code -EPERM} or {@code -ENOMEM} with everything as it was
   */
  @KernelFunction("do_vmi_align_munmap")
  long doVmiAlignMunmapAndUnlock(MmStruct mm, long start, long end) {
    Gathered unmap = vmsGatherMunmapVmas(mm, start, end);
    if (unmap.error() != 0) {
      return unmap.error();
    }
    // Behind this there is no way back, and nobody can find the VMAs any more.
    kernel.path(VmaIterator.class).vmaIterClear(mm, start, end);
    mm.mapCount.plain(mm.mapCount.plain() - unmap.vmas().size());
    boolean downgraded = downgrade(mm, unmap);
    vmsClearPtes(mm, unmap);
    removeVmas(unmap);
    if (downgraded) {
      kernel.path(MmapLock.class).mmapReadUnlock(mm);
    } else {
      kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    }
    return 0;
  }

  /** Whether mmap_lock is held for reading from here on. */
  @Folded
  protected boolean downgrade(MmStruct mm, Gathered unmap) {
    kernel.path(MmapLock.class).mmapWriteDowngrade(mm);
    return true;
  }

  /**
   * {@code do_vmi_munmap(.., unlock = false)}: mmap_lock stays held for writing.
   *
   * @return 0, {@code -EINVAL} for a range that ends outside of the address space, {@code -EPERM}
   *     if a page is sealed, or {@code -ENOMEM}
   */
  long doVmiMunmap(MmStruct mm, long start, long end) {
    if (end > mm.pageTables.geometry().pages()) {
      return -Errno.EINVAL;
    }
    Gathered unmap = vmsGatherMunmapVmas(mm, start, end);
    if (unmap.error() != 0) {
      return unmap.error();
    }
    kernel.path(VmaIterator.class).vmaIterClear(mm, start, end);
    mm.mapCount.plain(mm.mapCount.plain() - unmap.vmas().size());
    vmsClearPtes(mm, unmap);
    removeVmas(unmap);
    return 0;
  }

  /**
   * {@code vms_gather_munmap_vmas}: splits at the borders, write-locks and detaches every VMA in
   * the range. They stay in the tree. The caller holds mmap_lock for writing.
   *
   * @return with {@code -EPERM} if a VMA is sealed, or {@code -ENOMEM}: nothing is detached then,
   *     but a VMA may have been split
   */
  public Gathered vmsGatherMunmapVmas(MmStruct mm, long start, long end) {
    VmArea first = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(start);
    if (first != null && first.vmStart.plain() < start && start < first.vmEnd.plain()) {
      if (isSealed(first)) {
        return Gathered.refused(-Errno.EPERM);
      }
      if (!kernel.path(VmaSplit.class).splitOffBelow(first, start)) {
        return Gathered.refused(-Errno.ENOMEM);
      }
    }
    List<VmArea> gathered = new ArrayList<>();
    for (VmArea vma : kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end)) {
      if (isSealed(vma)) {
        reattachVmas(gathered);
        return Gathered.refused(-Errno.EPERM);
      }
      if (vma.vmEnd.plain() > end && !kernel.path(VmaSplit.class).splitOffAbove(vma, end)) {
        reattachVmas(gathered);
        return Gathered.refused(-Errno.ENOMEM);
      }
      kernel.path(VmaLock.class).vmaStartWrite(vma);
      if (kernel.memory().faultInjection().shouldFail()) {
        // There is no node for it in the tree of what is detached.
        reattachVmas(gathered);
        return Gathered.refused(-Errno.ENOMEM);
      }
      gathered.add(vma);
      kernel.path(VmaLock.class).vmaMarkDetached(vma);
    }
    VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
    VmArea prev = tree.before(start);
    VmArea next = tree.find(end);
    return new Gathered(
        0,
        List.copyOf(gathered),
        start,
        end,
        prev == null ? 0 : prev.vmEnd.plain(),
        next == null ? mm.pageTables.geometry().pages() : next.vmStart.plain());
  }

  /** {@code vma_is_sealed}. */
  @Folded
  protected boolean isSealed(VmArea vma) {
    return (vma.vmFlags.plain() & VmFlags.SEALED) != 0;
  }

  /** {@code reattach_vmas}: they are still write-locked, and still in the tree. */
  protected void reattachVmas(List<VmArea> gathered) {
    gathered.forEach(kernel.path(VmaLock.class)::vmaMarkAttached);
  }

  /**
   * {@code vms_clear_ptes}: empties the range and frees its tables. mmap_lock is held, any mode.
   */
  public void vmsClearPtes(MmStruct mm, Gathered unmap) {
    unmapVmas(mm, unmap);
    kernel.path(FreePgtables.class).freePgtables(mm, unmap);
  }

  /** {@code unmap_vmas}. */
  void unmapVmas(MmStruct mm, Gathered unmap) {
    unmap.vmas().stream()
        .filter(Hugetlb::isVmHugetlbPage)
        .forEach(kernel.path(Hugetlb.class)::unmapFinal);
    kernel.path(Zap.class).unmapVmas(mm, unmap.vmas(), unmap.start(), unmap.end());
  }

  /** {@code remove_vma} for each VMA. */
  @KernelFunction("vms_complete_munmap_vmas")
  public void removeVmas(Gathered unmap) {
    unmap.vmas().forEach(kernel.path(VmaAlloc.class)::vmAreaFree);
  }
}
