package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/mseal.c: {@code mseal(2)}. What is sealed is there, with the same protection, until the
 * process ends: munmap, mprotect, mremap and mmap refuse it, and madvise refuses to throw away what
 * could not be written again.
 */
public class Mseal {

  private final Kernel kernel;

  public Mseal(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code mseal(2)}.
   *
   * @param start first page
   * @param pages how many; none is fine
   * @return 0, or {@code -ENOMEM} if a page is not mapped; nothing is sealed then
   */
  @KernelFunction("mseal_range")
  public long mseal(MmStruct mm, long start, long pages) {
    if (pages == 0) {
      return 0;
    }
    long end = start + pages;
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long error = rangeContainsUnmapped(mm, start, end) ? -Errno.ENOMEM : 0;
    if (error == 0) {
      msealRange(mm, start, end);
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return error;
  }

  /** {@code range_contains_unmapped}. */
  private boolean rangeContainsUnmapped(MmStruct mm, long start, long end) {
    long at = start;
    for (VmArea vma : kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end)) {
      if (vma.vmStart.plain() > at) {
        return true;
      }
      at = vma.vmEnd.plain();
    }
    return at < end;
  }

  /** As in mprotect the flags are read before the VMA is write-locked, but only a bit is set. */
  @KernelFunction("__mseal_range")
  private void msealRange(MmStruct mm, long start, long end) {
    long at = start;
    while (at < end) {
      VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
      VmArea vma = tree.walk(at);
      long upTo = Math.min(vma.vmEnd.plain(), end);
      long flags = vma.vmFlags.plain();
      if ((flags & VmFlags.SEALED) == 0) {
        VmArea prev = tree.before(vma.vmStart.plain());
        VmArea sealed =
            kernel
                .path(VmaModify.class)
                .vmaModifyFlags(prev, vma, at, upTo, flags | VmFlags.SEALED)
                .vma();
        kernel.path(VmaLock.class).vmaStartWrite(sealed);
        kernel.path(VmaFlagAccess.class).vmaSetFlagsMask(sealed, VmFlags.SEALED);
      }
      at = upTo;
    }
  }
}
