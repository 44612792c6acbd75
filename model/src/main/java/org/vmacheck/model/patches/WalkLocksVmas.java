package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.PageWalk;
import org.vmacheck.model.release.Commit;

/** Without it, mmap_lock alone does not keep out faults under the VMA lock. */
@Commit(
    id = "49b0638502da",
    release = "6.5",
    sentence =
        "a walk over page tables takes or asserts the lock on each VMA that it has asked for")
public class WalkLocksVmas extends PageWalk {

  public WalkLocksVmas(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void processVmaWalkLock(VmArea vma, WalkLock lock) {
    // As a walk that asks for mmap_lock alone.
  }
}
