package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as up to 6.3, lockdep asks whoever looks at it later for a lock that nobody takes.
 */
@Mutant("A tree that is destroyed still says that mmap_lock guards it")
public class DestroyKeepsFlags extends VmaIterator {

  public DestroyKeepsFlags(Kernel kernel) {
    super(kernel);
  }

  @Override
  @KernelFunction("__mt_destroy")
  public void mtDestroy(MmStruct mm) {
    super.mtDestroy(mm);
    mm.maFlags.plain(0);
  }

  @Override
  @KernelFunction("mas_root")
  public VmaTree vmaIterLoad(MmStruct mm) {
    KernelBug.check(
        (mm.maFlags.plain() & MmStruct.MT_FLAGS_LOCK_EXTERN) != 0,
        "mt_locked",
        "suspicious RCU usage: the lock of the tree itself is not held");
    return super.vmaIterLoad(mm);
  }
}
