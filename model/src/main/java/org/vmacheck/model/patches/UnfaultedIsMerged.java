package org.vmacheck.model.patches;

import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, each page of its own keeps a VMA of its own. */
@Mutant("An unfaulted VMA is merged with a faulted one")
public class UnfaultedIsMerged extends MergePredicates {

  @Override
  protected boolean isMergeableAnonVma(VmaMergeStruct vmg, VmArea target) {
    return sameAnonVma(vmg, target.anonVma.plain());
  }
}
