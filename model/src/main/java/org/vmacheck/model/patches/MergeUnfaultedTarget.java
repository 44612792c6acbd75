package org.vmacheck.model.patches;

import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Commit;

/**
 * Before it, for fifteen years, the neighbour that a range would be merged with is to have a chain
 * of just one anon_vma, which one that was never faulted has not.
 *
 * <pre>
 *   |unfaulted|faulted|     the second becomes like the first: two VMAs
 *   |faulted|unfaulted|     so do these
 * </pre>
 */
@Commit(
    id = "879bca0a2c4f",
    release = "6.16",
    sentence = "a faulted VMA is merged into an unfaulted one")
public class MergeUnfaultedTarget extends MergePredicates {

  @Override
  protected boolean isMergeableAnonVma(VmaMergeStruct vmg, VmArea target) {
    AnonVma theirs = target.anonVma.plain();
    boolean singular = target.anonVmaChain.plain().size() == 1;
    boolean oneIsUnfaulted = theirs == null || sameAnonVma(vmg, null);
    return (oneIsUnfaulted && singular) || sameAnonVma(vmg, theirs);
  }
}
