package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Mutant;

/** Without it, a split or a merge that takes them in the documented order can deadlock with it. */
@Mutant("Who takes both rmap locks takes that of the file before that of the anon_vma")
public class FileBeforeAnonVma extends Rmap {

  public FileBeforeAnonVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  public void takeRmapLocks(VmArea vma) {
    AnonVma anonVma = vma.anonVma.plain();
    if (anonVma != null) {
      anonVma.rwsem.downWrite();
    }
    AddressSpace mapping = vma.vmFile.plain();
    if (mapping != null) {
      mapping.iMmapRwsem.downWrite();
    }
  }
}
