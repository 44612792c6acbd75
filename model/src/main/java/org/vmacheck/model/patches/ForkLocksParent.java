package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.release.Commit;

/**
 * Without it, as was proposed in May 2026 for some VMAs, a guard that is there when fork returns
 * may be missing in the child.
 *
 * <pre>
 *   fork                              guard install
 *     copy the VMA
 *                                       set VM_MAYBE_GUARD, write the marker
 *     copy the entries
 * </pre>
 */
@Commit(
    id = "fb49c455323f",
    release = "6.5",
    sentence = "fork write-locks each VMA of the parent before it copies it")
public class ForkLocksParent extends Fork {

  public ForkLocksParent(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean lockParent(VmArea mpnt) {
    return true;
  }
}
