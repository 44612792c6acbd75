package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as in 6.4, it asks before. An mremap() with MREMAP_DONTUNMAP may take the anon_vma
 * away in between, and the fault, which holds the lock of its own VMA only, looks at the neighbours
 * for another one.
 */
@Mutant("A fault asks whether the VMA has an anon_vma when it has locked it")
public final class CheckAnonVmaUnderLock {

  private CheckAnonVmaUnderLock() {}

  /** mm/memory.c: {@code lock_vma_under_rcu} and what relies on it. */
  public static class InPageFault extends PageFault {

    public InPageFault(Kernel kernel) {
      super(kernel);
    }

    @Override
    public Result doUserAddrFault(MmStruct mm, long page, Access access) {
      return hasAnonVma(mm, page)
          ? super.doUserAddrFault(mm, page, access)
          : underMmapLock(mm, page, access);
    }

    @KernelFunction("lock_vma_under_rcu")
    private boolean hasAnonVma(MmStruct mm, long page) {
      kernel.memory().rcu().readLock();
      VmArea vma = mm.mmMt.rcuDereference().walk(page);
      boolean has = vma != null && vma.anonVma.readOnce() != null;
      kernel.memory().rcu().readUnlock();
      return has;
    }

    @Override
    protected Result vmfAnonPrepare(VmArea vma, FaultLock lock) {
      kernel.path(Rmap.class).anonVmaPrepare(vma);
      return Result.DONE;
    }
  }

  /** mm/rmap.c: nothing is asserted. */
  public static class InRmap extends Rmap {

    public InRmap(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void assertNeighboursStay(MmStruct mm) {}
  }
}
