package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.release.Mutant;

/** Without it, the child has no guards where it could fault the pages in again. */
@Mutant("Fork copies the entries of a VMA with VM_MAYBE_GUARD")
public class CopyMaybeGuard extends Fork {

  public CopyMaybeGuard(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean vmaNeedsCopy(VmArea dst, VmArea src) {
    return src.anonVma.plain() != null;
  }
}
