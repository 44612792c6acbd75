package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.release.Mutant;

/** Without it, what they stand for is forgotten, by fork above all. */
@Mutant("A merged VMA gets the sticky flags of all of its parts")
public class MergeKeepsSticky extends VmaMerge {

  public MergeKeepsSticky(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void setSticky(VmArea target, long stickyFlags) {}
}
