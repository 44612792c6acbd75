package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.StackGrowth;
import org.vmacheck.model.release.Mutant;

/** Without it, a VMA grows that has left the tree. */
@Mutant("A fault looks a VMA up again once it holds mmap_lock for writing")
public class FindVmaAgain extends StackGrowth {

  public FindVmaAgain(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected VmArea findAgain(MmStruct mm, long page, VmArea before) {
    return before;
  }
}
