package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.ops.VmaRemap;
import org.vmacheck.model.release.Commit;

/**
 * Before it, what was moved merged with a neighbour that is registered with userfaultfd as well,
 * and then the registration was taken from all of the VMA.
 */
@Commit(
    id = "mremap: no merge of what loses its userfaultfd context",
    release = "7.3",
    sentence = "what mremap moves and is registered with userfaultfd merges with nothing")
public class MoveRegisteredApart extends MoveVma {

  public MoveRegisteredApart(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean losesRegistration(VmaRemap vrm) {
    return false;
  }
}
