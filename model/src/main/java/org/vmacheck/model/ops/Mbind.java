package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.Mempolicy;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/mempolicy.c: {@code mbind(2)}, as far as VMAs are concerned: a policy is a word, and no page
 * migrates. Unlike mprotect it write-locks every VMA of the range before it looks at any of them.
 */
public class Mbind {

  protected final Kernel kernel;

  public Mbind(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code do_mbind}.
   *
   * @param start first page
   * @param pages how many; none is fine
   * @param mode null for the default, which may be set across holes
   * @return 0, or {@code -EFAULT} if a page is not mapped, or none is; nothing is changed then
   */
  @KernelFunction("do_mbind")
  public long mbind(MmStruct mm, long start, long pages, String mode) {
    if (pages == 0) {
      return 0;
    }
    long end = start + pages;
    Mempolicy policy = mode == null ? null : mpolNew(mode);
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long error = queuePagesRange(mm, start, end, policy);
    if (error == 0) {
      mbindVmas(mm, start, end, policy);
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return error;
  }

  /** {@code queue_pages_range} with {@code MPOL_MF_WRLOCK}. */
  private long queuePagesRange(MmStruct mm, long start, long end, Mempolicy policy) {
    List<VmArea> vmas = kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end);
    long at = start;
    for (VmArea vma : vmas) {
      lock(vma);
      if (policy != null && at < vma.vmStart.plain()) {
        return -Errno.EFAULT;
      }
      at = vma.vmEnd.plain();
    }
    boolean hole = vmas.isEmpty() || (policy != null && at < end);
    return hole ? -Errno.EFAULT : 0;
  }

  /** {@code for_each_vma_range}: a VMA that was merged away in between is not come to. */
  @KernelFunction("do_mbind")
  private void mbindVmas(MmStruct mm, long start, long end, Mempolicy policy) {
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(start);
    while (vma != null && vma.vmStart.plain() < end) {
      VmArea done = mbindRange(mm, vma, start, end, policy);
      vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(done.vmEnd.plain());
    }
  }

  /**
   * {@code mbind_range}.
   *
   * @return the VMA that has the policy by now, which may reach further than the range
   */
  private VmArea mbindRange(MmStruct mm, VmArea vma, long start, long end, Mempolicy policy) {
    if (Mempolicy.mpolEqual(vma.vmPolicy.plain(), policy)) {
      return vma;
    }
    long from = Math.max(start, vma.vmStart.plain());
    long upTo = Math.min(end, vma.vmEnd.plain());
    VmArea prev = kernel.path(VmaIterator.class).vmaIterLoad(mm).before(vma.vmStart.plain());
    VmArea bound = kernel.path(VmaModify.class).vmaModifyPolicy(prev, vma, from, upTo, policy);
    vmaReplacePolicy(bound, policy);
    return bound;
  }

  /** {@code mpol_new}, and {@code mpol_dup}. */
  @KernelFunction("__mpol_dup")
  private Mempolicy mpolNew(String mode) {
    Memory memory = kernel.memory();
    return memory.allocate("mempolicy", () -> new Mempolicy(memory, mode));
  }

  /** {@code MPOL_MF_WRLOCK}: faults, which go by the policy, hold the VMA lock only. */
  @Folded
  protected void lock(VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
  }

  /** {@code vma_replace_policy}: the VMA gets one of its own, and the old one goes. */
  private void vmaReplacePolicy(VmArea vma, Mempolicy policy) {
    assertLocked(vma);
    Mempolicy old = vma.vmPolicy.plain();
    vma.vmPolicy.writeOnce(policy == null ? null : mpolNew(policy.mode()));
    if (old != null) {
      mpolPut(old);
    }
  }

  @Folded
  protected void assertLocked(VmArea vma) {
    kernel.path(VmaLock.class).vmaAssertWriteLocked(vma);
  }

  /** {@code __mpol_put}: who speculates about a VMA may still look at it. */
  @KernelFunction("__mpol_put")
  protected void mpolPut(Mempolicy policy) {
    Memory memory = kernel.memory();
    memory.rcu().call(() -> memory.free(policy));
  }
}
