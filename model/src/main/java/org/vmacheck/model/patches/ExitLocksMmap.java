package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.ExitMmap;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as before 5.17, it holds nothing, as there is no user any more. Nothing asserts the
 * lock then, either.
 */
@Mutant("exit_mmap() frees page tables and VMAs with mmap_lock held for writing")
public final class ExitLocksMmap {

  private ExitLocksMmap() {}

  /** mm/mmap.c. */
  public static class InExitMmap extends ExitMmap {

    public InExitMmap(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void lockToFree(MmStruct mm) {}

    @Override
    protected void unlockFreed(MmStruct mm) {}
  }

  /** include/linux/mmap_lock.h. */
  public static class InMmapLock extends MmapLock {

    public InMmapLock(VmaLock vmaLock) {
      super(vmaLock);
    }

    @Override
    public void mmapAssertLocked(MmStruct mm) {}

    @Override
    public void mmapAssertWriteLocked(MmStruct mm) {}
  }

  /** mm/mmap_lock.c. */
  public static class InVmaLock extends VmaLockRefcount {

    public InVmaLock(Memory memory) {
      super(memory);
    }

    @Override
    public void vmaAssertWriteLocked(VmArea vma) {}
  }
}
