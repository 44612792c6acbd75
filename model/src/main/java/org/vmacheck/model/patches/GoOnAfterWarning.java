package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Proposal;

/** As kernels do that nobody has told to panic: what a warning was about goes wrong then. */
@Proposal("vma_assert_detached() warns, and the kernel goes on")
public class GoOnAfterWarning extends VmaLockRefcount {

  public GoOnAfterWarning(Memory memory) {
    super(memory);
  }

  @Override
  public void vmaAssertDetached(VmArea vma) {}
}
