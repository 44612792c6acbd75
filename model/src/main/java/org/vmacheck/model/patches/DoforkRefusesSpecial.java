package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.MadviseFlags;
import org.vmacheck.model.release.Commit;

/** Before it, only {@code VM_IO} is refused. */
@Commit(
    id = "check of VM_SPECIAL in MADV_DOFORK",
    release = "7.0",
    sentence = "MADV_DOFORK refuses every special mapping")
public class DoforkRefusesSpecial extends MadviseFlags {

  public DoforkRefusesSpecial(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long refusedByDofork() {
    return VmFlags.IO;
  }
}
