package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Userfaultfd;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a fault that holds the VMA lock finds a context without flags, or flags without one.
 */
@Mutant("userfaultfd stores the context of a VMA when it has write-locked it")
public class CtxUnderVmaLock extends Userfaultfd {

  public CtxUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void userfaultfdSetCtx(VmArea vma, String ctx, long mode) {
    vma.vmUserfaultfdCtx.plain(ctx);
    super.userfaultfdSetCtx(vma, ctx, mode);
  }
}
