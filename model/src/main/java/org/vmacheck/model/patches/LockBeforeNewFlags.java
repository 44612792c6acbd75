package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.MadviseFlags;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.release.Proposal;

/**
 * With it, a guard install under the VMA read lock no longer fits between the load of the flags and
 * the store of the new word.
 *
 * <pre>
 *   mprotect                          guard install
 *     newflags from vm_flags
 *                                       lock_vma_under_rcu
 *                                       set VM_MAYBE_GUARD, write the marker
 *                                       vma_end_read
 *     vma_start_write
 *     vm_flags = newflags
 * </pre>
 */
@Proposal("mprotect(), madvise() and mlock() write-lock a VMA before they compute its new flags")
public class LockBeforeNewFlags {

  private LockBeforeNewFlags() {}

  /** mm/mprotect.c. */
  public static class InMprotect extends Mprotect {

    public InMprotect(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long newFlags(VmArea vma, long prot) {
      kernel.path(VmaLock.class).vmaStartWrite(vma);
      return super.newFlags(vma, prot);
    }
  }

  /** mm/madvise.c. */
  public static class InMadvise extends MadviseFlags {

    public InMadvise(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long oldFlags(VmArea vma) {
      kernel.path(VmaLock.class).vmaStartWrite(vma);
      return super.oldFlags(vma);
    }
  }

  /** mm/mlock.c. */
  public static class InMlock extends Mlock {

    public InMlock(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long oldFlags(VmArea vma) {
      kernel.path(VmaLock.class).vmaStartWrite(vma);
      return super.oldFlags(vma);
    }
  }
}
