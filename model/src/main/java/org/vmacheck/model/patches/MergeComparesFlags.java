package org.vmacheck.model.patches;

import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.release.Mutant;

/** Without it, the flags of one of them are lost. */
@Mutant("VMAs are merged only if their flags are the same, but for sticky ones")
public class MergeComparesFlags extends MergePredicates {

  @Override
  protected long ignoredFlags() {
    return ~0L;
  }
}
