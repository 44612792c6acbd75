package org.vmacheck.model.patches;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.release.Mutant;

/** Without it, a VMA is in the tree that nobody can lock. */
@Mutant("A munmap that fails attaches what it has detached")
public class ReattachVmas extends Munmap {

  public ReattachVmas(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void reattachVmas(List<VmArea> gathered) {}
}
