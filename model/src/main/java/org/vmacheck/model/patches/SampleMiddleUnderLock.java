package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.VmaCommit;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Proposal;

/** With it, a bit that was set since the caller looked at the flags is in the merged VMA. */
@Proposal("vma_merge_existing_range() reads middle's sticky flags when it has write-locked it")
public class SampleMiddleUnderLock extends VmaMerge {

  public SampleMiddleUnderLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void commitMerge(
      VmaMergeStruct vmg, VmaCommit commit, Runnable adjust, long stickyFlags) {
    VmArea middle = vmg.middle();
    long sampled = middle == null ? 0 : middle.vmFlags.plain() & VmFlags.STICKY;
    super.commitMerge(vmg, commit, adjust, stickyFlags | sampled);
  }
}
