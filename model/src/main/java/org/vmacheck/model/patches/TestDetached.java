package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, a VMA that has left the tree is taken for one that was never write-locked. */
@Mutant("Up to 6.14, who has locked a VMA looks whether it has left the tree")
public class TestDetached extends MmLockSeqcount.InVmaLock {

  public TestDetached(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean isDetached(VmArea vma) {
    return false;
  }
}
