package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmAreaDesc;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.release.Mutant;

/** Without it, a neighbour grows that does not fit what the driver makes of the mapping. */
@Mutant("A driver has its say on a mapping before a neighbour is let grow over it")
public class PrepareBeforeMerge extends Mmap {

  public PrepareBeforeMerge(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected VmArea place(MmStruct mm, VmAreaDesc asked, VmAreaDesc.MmapPrepare driver) {
    VmArea merged = merged(mm, asked);
    VmAreaDesc desc = callMmapPrepare(asked, driver);
    return merged != null || desc == null ? merged : mmapNewVma(mm, desc);
  }
}
