package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.StackGrowth;
import org.vmacheck.model.release.Commit;

/** Without it, a fault that holds the VMA lock sees a range that is half changed. */
@Commit(
    id = "c137381f71ae",
    release = "6.5",
    sentence = "expand_downwards() write-locks the VMA before its first page changes")
public class LockBeforeExpansion extends StackGrowth {

  public LockBeforeExpansion(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lockBeforeExpansion(VmArea vma) {}
}
