package org.vmacheck.model.patches;

import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, the pages of one of them are lost to reverse mapping. */
@Mutant("VMAs with different anon_vmas are never merged into one")
public class MergeKeepsAnonVmasApart extends MergePredicates {

  @Override
  public boolean canVmaMergeBoth(VmaMergeStruct vmg) {
    return canVmaMergeRight(vmg);
  }
}
