package org.vmacheck.model.ops;

import java.util.List;
import java.util.Objects;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;

/**
 * mm/mempolicy.c: {@code mbind(2)}, as far as VMAs are concerned: a policy is a word, and no page
 * migrates. Unlike mprotect it write-locks every VMA of the range before it looks at any of them.
 */
public class Mbind {

  private final Kernel kernel;

  public Mbind(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code do_mbind}.
   *
   * @param start first page
   * @param pages how many; none is fine
   * @param policy null for the default, which may be set across holes
   * @return 0, or {@code -EFAULT} if a page is not mapped, or none is; nothing is changed then
   */
  public long mbind(MmStruct mm, long start, long pages, String policy) {
    if (pages == 0) {
      return 0;
    }
    long end = start + pages;
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long error = queuePagesRange(mm, start, end, policy);
    if (error == 0) {
      for (VmArea vma : kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end)) {
        mbindRange(mm, vma, start, end, policy);
      }
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return error;
  }

  /** {@code queue_pages_range} with {@code MPOL_MF_WRLOCK}. */
  private long queuePagesRange(MmStruct mm, long start, long end, String policy) {
    List<VmArea> vmas = kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end);
    long at = start;
    for (VmArea vma : vmas) {
      kernel.path(VmaLock.class).vmaStartWrite(vma);
      if (policy != null && at < vma.vmStart.plain()) {
        return -Errno.EFAULT;
      }
      at = vma.vmEnd.plain();
    }
    boolean hole = vmas.isEmpty() || (policy != null && at < end);
    return hole ? -Errno.EFAULT : 0;
  }

  /** {@code mbind_range}. */
  private void mbindRange(MmStruct mm, VmArea vma, long start, long end, String policy) {
    if (Objects.equals(vma.vmPolicy.plain(), policy)) {
      return;
    }
    long from = Math.max(start, vma.vmStart.plain());
    long upTo = Math.min(end, vma.vmEnd.plain());
    VmArea prev = kernel.path(VmaIterator.class).vmaIterLoad(mm).before(vma.vmStart.plain());
    vmaReplacePolicy(
        kernel.path(VmaModify.class).vmaModifyPolicy(prev, vma, from, upTo, policy), policy);
  }

  /** {@code vma_replace_policy}. */
  private void vmaReplacePolicy(VmArea vma, String policy) {
    kernel.path(VmaLock.class).vmaAssertWriteLocked(vma);
    vma.vmPolicy.writeOnce(policy);
  }
}
