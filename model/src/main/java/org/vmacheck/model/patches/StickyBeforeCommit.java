package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.ops.VmaCommit;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Proposal;

/**
 * With it, who finds the merged VMA under {@code i_mmap_rwsem} finds its sticky flags, too.
 * retract_page_tables needs neither mmap_lock nor the VMA lock.
 *
 * <pre>
 *   mprotect(v) merges it into p      collapse_file
 *     i_mmap_rwsem: p covers v's pages
 *     i_mmap_rwsem is released
 *                                       i_mmap_rwsem: p covers the PMD range
 *                                       pml, ptl: p has no VM_MAYBE_GUARD
 *                                       clear the PMD, free the table
 *     p gets VM_MAYBE_GUARD
 * </pre>
 */
@Proposal("a merged VMA gets its sticky flags before the merge is committed")
public class StickyBeforeCommit extends VmaMerge {

  public StickyBeforeCommit(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void commitMerge(
      VmaMergeStruct vmg, VmaCommit commit, Runnable adjust, long stickyFlags) {
    kernel.path(VmaFlagAccess.class).vmaSetFlagsMask(vmg.target(), stickyFlags);
    super.commitMerge(vmg, commit, adjust, stickyFlags);
  }
}
