package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Mutant;

/** Without it, the range belongs to nobody for a moment. */
@Mutant("mmap() over something stores the new VMA in one step")
public class OverwriteInOneStep extends VmaIterator {

  public OverwriteInOneStep(Kernel kernel) {
    super(kernel);
  }

  @Override
  public void vmaIterStoreNew(MmStruct mm, VmArea vma) {
    vmaIterClear(mm, vma.vmStart.plain(), vma.vmEnd.plain());
    super.vmaIterStoreNew(mm, vma);
  }
}
