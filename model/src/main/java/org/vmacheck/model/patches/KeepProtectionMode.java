package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Userfaultfd;
import org.vmacheck.model.release.Commit;

/**
 * Before it, to register once more for missing pages alone took the flag away and left the marks in
 * the page table: stores went through, until a registration for write-protection took the marks for
 * its own.
 */
@Commit(
    id = "userfaultfd: no switch of modes that drops write-protection",
    release = "7.3",
    sentence = "to register what is write-protected for something else is EBUSY")
public class KeepProtectionMode extends Userfaultfd {

  public KeepProtectionMode(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean dropsProtection(VmArea vma, long mode) {
    return false;
  }
}
