package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, as up to 6.1, a fault may have given the VMA one that others walk by. */
@Mutant("Up to 6.5, retract_page_tables() looks again for an anon_vma when it has mmap_lock")
public class LookAgainForAnonVma extends RetractWithoutMmapLock {

  public LookAgainForAnonVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isStillRetractable(VmArea vma) {
    return true;
  }
}
