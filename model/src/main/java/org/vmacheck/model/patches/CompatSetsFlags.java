package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmAreaDesc;
import org.vmacheck.model.ops.CompatMmap;
import org.vmacheck.model.release.Mutant;

/** Without it, a VMA of a stacked driver has other flags than one that is mapped at once. */
@Mutant("The compatibility layer takes over the flags that a driver asks for")
public class CompatSetsFlags extends CompatMmap {

  public CompatSetsFlags(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void compatSetVmaFromDesc(VmArea vma, VmAreaDesc desc) {
    long flags = vma.vmFlags.plain();
    super.compatSetVmaFromDesc(vma, desc);
    vma.vmFlags.plain(flags);
  }
}
