package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.ProcMaps;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as while the ioctl was developed, it is kept with the open file, where another thread
 * that asks the same file puts its own.
 */
@Mutant("PROCMAP_QUERY keeps the VMA that it has locked to itself")
public class QueryHasItsOwnContext extends ProcMaps {

  private final Pointer<VmArea> lockedVma;

  public QueryHasItsOwnContext(Kernel kernel) {
    super(kernel);
    this.lockedVma = kernel.memory().pointer("locked_vma", null);
  }

  @Override
  protected void remember(VmArea vma) {
    lockedVma.writeOnce(vma);
  }

  @Override
  protected VmArea remembered(VmArea vma) {
    return lockedVma.readOnce();
  }
}
