package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.release.Mutant;

/** Without it, the neighbours are looked at with nothing that keeps them in place. */
@Mutant("Guard install takes mmap_lock for an anonymous VMA that has no anon_vma")
public class AnonVmaNeedsMmapLock extends Madvise {

  public AnonVmaNeedsMmapLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean lacksAnonVma(VmArea vma) {
    return false;
  }
}
