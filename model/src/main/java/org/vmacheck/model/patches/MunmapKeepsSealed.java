package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.release.Mutant;

/** Without it, mmap and mremap take sealed pages away as well. */
@Mutant("munmap() leaves sealed VMAs alone")
public class MunmapKeepsSealed extends Munmap {

  public MunmapKeepsSealed(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isSealed(VmArea vma) {
    return false;
  }
}
