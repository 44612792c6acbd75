package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * kernel/events/uprobes.c: which page of a file lies at a breakpoint, read without any lock. The
 * uprobe itself, and the slow path under mmap_lock, are left out.
 */
public class Uprobes {

  /** Nothing of a file is there, or it could not be told without a lock. */
  public static final long NONE = -1;

  protected final Kernel kernel;

  public Uprobes(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code find_active_uprobe_speculative}, up to the offset that it looks a uprobe up by. The
   * caller holds nothing.
   */
  @KernelFunction("find_active_uprobe_speculative")
  public long findActiveUprobeSpeculative(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    long pgoff = lookUp(mm, page);
    kernel.memory().rcu().readUnlock();
    return pgoff;
  }

  @Folded
  protected long lookUp(MmStruct mm, long page) {
    MmLockSequence sequence = kernel.path(MmLockSequence.class);
    long begun = sequence.mmapLockSpeculateTryBegin(mm);
    if (begun == MmLockSequence.WRITER) {
      return NONE;
    }
    VmArea vma = mm.mmMt.rcuDereference().walk(page);
    if (vma == null || vma.vmFile.readOnce() == null) {
      return NONE;
    }
    long pgoff = pgoff(vma, page);
    return sequence.mmapLockSpeculateRetry(mm, begun) ? NONE : pgoff;
  }

  /** Two fields that belong together. */
  @Folded
  protected long pgoff(VmArea vma, long page) {
    return vma.vmPgoff.plain() + page - vma.vmStart.plain();
  }
}
