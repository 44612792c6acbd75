package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Userfaultfd;
import org.vmacheck.model.release.Commit;

/**
 * Without it, a fault that holds the VMA lock finds a context without flags, or flags without one.
 */
@Commit(
    id = "60081bf19b0e",
    release = "6.6",
    sentence = "userfaultfd stores the context of a VMA when it has write-locked it")
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
