package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Mbind;
import org.vmacheck.model.release.Commit;

/** Without it, as in 6.4, a fault that holds the VMA lock goes on with a policy that is gone. */
@Commit(
    id = "6c21e066f925",
    release = "6.5",
    sentence = "mbind() write-locks the VMAs whose policy it replaces")
public class MbindLocksVmas extends Mbind {

  public MbindLocksVmas(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lock(VmArea vma) {}

  @Override
  protected void assertLocked(VmArea vma) {}
}
