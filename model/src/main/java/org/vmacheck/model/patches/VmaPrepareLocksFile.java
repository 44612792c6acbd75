package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Mutant;

/** Without it, who walks the VMAs of the file sees a range that is half changed. */
@Mutant("vma_prepare() takes i_mmap_rwsem before the range of a VMA of a file changes")
public class VmaPrepareLocksFile extends Rmap {

  public VmaPrepareLocksFile(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void iMmapLockWrite(AddressSpace mapping) {}

  @Override
  protected void iMmapUnlockWrite(AddressSpace mapping) {}
}
