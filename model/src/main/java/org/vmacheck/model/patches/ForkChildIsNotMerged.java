package org.vmacheck.model.patches;

import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.release.Mutant;

/** Without it, new pages hang on the anon_vmas of all parents. */
@Mutant("A VMA that shares its anonymous pages with a parent is not merged with an unfaulted one")
public class ForkChildIsNotMerged extends MergePredicates {

  @Override
  protected boolean isForkChild(VmArea vma) {
    return false;
  }
}
