package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.release.Mutant;

/** Without it, they are in the tree and nobody can ever lock them. */
@Mutant("An mmap() that fails when the old entries are gone takes the old VMAs away")
public class FailedMmapLeavesGap extends Mmap {

  public FailedMmapLeavesGap(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void vmsAbortMunmapVmas(MmStruct mm, Munmap.Gathered unmap) {
    // As if there were a way back.
  }
}
