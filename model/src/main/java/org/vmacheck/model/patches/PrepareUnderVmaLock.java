package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.release.Commit;

/**
 * Before it, what would need an anon_vma is left to mmap_lock: an anonymous VMA without one is not
 * even locked, and a fault that copies a page of a file comes again.
 */
@Commit(
    id = {"a373baed5a9d", "mm: optimise vmf_anon_prepare() for VMAs without an anon_vma"},
    release = "6.10",
    sentence = "a fault under the VMA lock tries to get mmap_lock where it needs an anon_vma")
public final class PrepareUnderVmaLock {

  private PrepareUnderVmaLock() {}

  /** mm/memory.c: {@code lock_vma_under_rcu}. */
  public static class InVmaLock extends MmLockSeqcount.InVmaLock {

    public InVmaLock(Memory memory) {
      super(memory);
    }

    @Override
    protected boolean mayBeUsed(VmArea vma) {
      return !vma.vmaIsAnonymous() || hasAnonVma(vma);
    }

    /** With the VMA locked, so that nobody takes it away. */
    @Folded
    protected boolean hasAnonVma(VmArea vma) {
      return vma.anonVma.plain() != null;
    }
  }

  /** mm/memory.c: {@code do_cow_fault} and {@code do_wp_page}. */
  public static class InPageFault extends PageFault {

    public InPageFault(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected Result vmfAnonPrepareLocked(VmArea vma, FaultLock lock) {
      return lock == FaultLock.VMA && vma.anonVma.plain() == null
          ? Result.RETRY
          : super.vmfAnonPrepareLocked(vma, lock);
    }
  }
}
