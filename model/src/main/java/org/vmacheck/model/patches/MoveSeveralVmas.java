package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.Mremap;
import org.vmacheck.model.ops.VmaRemap;
import org.vmacheck.model.release.Commit;

/** Before it, what is to be moved is refused if it is not in one VMA. */
@Commit(
    id = "d23cb648e365",
    release = "6.17",
    sentence = "mremap() moves several VMAs at once, with the gaps between them")
public class MoveSeveralVmas extends Mremap {

  public MoveSeveralVmas(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean movesSeveral(VmaRemap vrm) {
    return false;
  }
}
