package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a VMA that has grown over the one before while mmap_lock was dropped is counted
 * whole.
 */
@Mutant("smaps_rollup counts of a VMA what lies above the end of what it counted last")
public class RollupGoesOn extends Smaps {

  public RollupGoesOn(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long firstUncounted(VmArea vma, long lastVmaEnd) {
    return vma.vmStart.plain();
  }
}
