package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.Mempolicy;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/** Who goes by the policy of a VMA: a fault that needs a page, and a futex that needs a node. */
public class MempolicyReader {

  /** There is no policy, or it could not be told. */
  public static final long NONE = 0;

  private final Kernel kernel;

  public MempolicyReader(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * mm/mempolicy.c: what {@code vma_alloc_folio} goes by in a fault, under the VMA read lock.
   *
   * @return 1 if the VMA has a policy, else {@link #NONE}
   */
  @KernelFunction("get_vma_policy")
  public long underVmaLock(MmStruct mm, long page) {
    VmArea vma = kernel.path(VmaLock.class).lockVmaUnderRcu(mm, page);
    if (vma == null) {
      return NONE;
    }
    long result = look(vma.vmPolicy.readOnce());
    kernel.path(VmaLock.class).vmaEndRead(vma);
    return result;
  }

  /**
   * kernel/futex/core.c: the node of a futex that is private to the process, without any lock.
   *
   * @return 1 if the VMA has a policy, else {@link #NONE}
   */
  @KernelFunction("futex_key_to_node_opt")
  public long speculatively(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    long result = speculate(mm, page);
    kernel.memory().rcu().readUnlock();
    return result;
  }

  @KernelFunction("__futex_key_to_node")
  private long speculate(MmStruct mm, long page) {
    MmLockSequence sequence = kernel.path(MmLockSequence.class);
    long begun = sequence.mmapLockSpeculateTryBegin(mm);
    if (begun == MmLockSequence.WRITER) {
      return NONE;
    }
    VmArea vma = mm.mmMt.rcuDereference().walk(page);
    if (vma == null) {
      return NONE;
    }
    long result = look(vma.vmPolicy.readOnce());
    return sequence.mmapLockSpeculateRetry(mm, begun) ? NONE : result;
  }

  @Folded
  private static long look(Mempolicy policy) {
    if (policy == null) {
      return NONE;
    }
    policy.load();
    return 1;
  }
}
