package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Mutant;

/** Without it, the second of two threads replaces the anon_vma of the first. */
@Mutant("__anon_vma_prepare() looks again under page_table_lock")
public class RecheckAnonVma extends Rmap {

  public RecheckAnonVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isStillWithout(VmArea vma) {
    return true;
  }
}
