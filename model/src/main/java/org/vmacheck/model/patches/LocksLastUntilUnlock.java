package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.release.Mutant;

/** Without it, readers lock a VMA while its writer, which has mmap_lock, goes on. */
@Mutant("vma_end_write_all() is called when nothing is left to be written")
public class LocksLastUntilUnlock {

  private LocksLastUntilUnlock() {}

  /** mm/mprotect.c: it is called between the lock and the store. */
  public static class InMprotect extends Mprotect {

    public InMprotect(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void lockToStore(VmArea vma) {
      super.lockToStore(vma);
      kernel.path(VmaLock.class).vmaEndWriteAll(vma.vmMm.plain());
    }
  }

  /** The end of the section does not end it again, or the number would be odd at rest. */
  public static class InVmaLock extends VmaLockRefcount {

    public InVmaLock(Memory memory) {
      super(memory);
    }

    @Override
    protected void mmLockSeqEnd(MmStruct mm) {
      if (mm.mmLockSeq.plain() % 2 != 0) {
        super.mmLockSeqEnd(mm);
      }
    }
  }
}
