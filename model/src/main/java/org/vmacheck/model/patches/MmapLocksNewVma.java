package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.release.Commit;

/** Before it, a VMA is found in the tree while mmap() still changes it. */
@Commit(
    id = "33313a747e81",
    release = "6.5",
    sentence = "mmap() write-locks a new VMA before it is in the tree")
public class MmapLocksNewVma extends Mmap {

  public MmapLocksNewVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lockNew(VmArea vma) {}
}
