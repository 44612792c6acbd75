package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Commit;

/**
 * Before it, who locks a VMA asks before. An mremap() with MREMAP_DONTUNMAP may take the anon_vma
 * away in between, and the fault, which holds the lock of its own VMA only, looks at the neighbours
 * for another one.
 */
@Commit(
    id = "657b5146955e",
    release = "6.5",
    sentence = "a fault asks whether the VMA has an anon_vma when it has locked it")
public final class CheckAnonVmaUnderLock {

  private CheckAnonVmaUnderLock() {}

  /** mm/memory.c: {@code lock_vma_under_rcu}. */
  public static class InVmaLock extends LockFileVmas {

    public InVmaLock(Memory memory) {
      super(memory);
    }

    @Override
    protected boolean mayBeTried(VmArea vma) {
      return super.mayBeTried(vma) && vma.anonVma.readOnce() != null;
    }

    @Override
    protected boolean hasAnonVma(VmArea vma) {
      return true;
    }
  }

  /** mm/memory.c: {@code do_anonymous_page} and {@code wp_page_copy} rely on it. */
  public static class InPageFault extends PageFault {

    public InPageFault(Kernel kernel) {
      super(kernel);
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
