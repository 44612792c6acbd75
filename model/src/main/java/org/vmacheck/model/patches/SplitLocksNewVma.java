package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.release.Commit;

/** Before it, the VMA that a split makes can be used as soon as it is in the tree. */
@Commit(
    id = "mm: move vma locking out of vma_prepare and dup_anon_vma",
    release = "6.6",
    sentence = "a split write-locks the VMA that it makes before it is in the tree")
public class SplitLocksNewVma extends VmaSplit {

  public SplitLocksNewVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lockAdded(VmArea added) {}
}
