package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Mutant;

/** Without it, the pages that came with it are lost to reverse mapping. */
@Mutant("An unfaulted VMA that grows over a faulted one takes over its anon_vma")
public class DupAnonVma extends Rmap {

  public DupAnonVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  public boolean dupAnonVma(VmArea dst, VmArea src) {
    return true;
  }
}
