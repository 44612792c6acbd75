package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Commit;

/** Before it, mmap() unmaps what is there first, and the range belongs to nobody for a moment. */
@Commit(
    id = "f8d112a4e657",
    release = "6.12",
    sentence = "mmap() over something stores the new VMA in one step")
public class OverwriteInOneStep extends Mmap {

  public OverwriteInOneStep(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void beforeClear(MmStruct mm, Munmap.Gathered unmap) {
    kernel.path(VmaIterator.class).vmaIterClear(mm, unmap.start(), unmap.end());
  }
}
