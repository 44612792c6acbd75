package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Mutant;

/** Without it, as in the candidates of 6.5, the lock of a VMA is taken inside of i_mmap_rwsem. */
@Mutant("A new VMA is write-locked before i_mmap_rwsem is taken")
public class VmaLockBeforeFile extends Mmap {

  public VmaLockBeforeFile(Kernel kernel) {
    super(kernel);
  }

  @Override
  @KernelFunction("mmap_region")
  protected void lockAndLink(MmStruct mm, VmArea vma) {
    AddressSpace mapping = vma.vmFile.plain();
    if (mapping != null) {
      mapping.iMmapRwsem.downWrite();
    }
    lockNew(vma);
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, vma);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    if (mapping != null) {
      mapping.insert(vma);
      mapping.iMmapRwsem.upWrite();
    }
  }
}
