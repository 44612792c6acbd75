package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmAreaDesc;

/** mm/util.c: {@code mmap_prepare} for drivers that still come from {@code f_op->mmap}. */
public class CompatMmap {

  private final Kernel kernel;

  public CompatMmap(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code compat_vma_mmap}: the driver's {@code mmap_prepare} for a VMA that is there already, and
   * that nobody can reach yet (claim C54).
   *
   * @return whether the driver agrees
   */
  public boolean compatVmaMmap(VmArea vma, VmAreaDesc.MmapPrepare driver) {
    VmAreaDesc desc =
        driver.apply(
            new VmAreaDesc(
                vma.vmStart.plain(),
                vma.vmEnd.plain(),
                vma.vmPgoff.plain(),
                vma.vmFile.plain(),
                vma.vmFlags.plain(),
                vma.vmPageProt.plain(),
                vma.vmOps.plain()));
    if (desc != null) {
      compatSetVmaFromDesc(vma, desc);
    }
    return desc != null;
  }

  /** {@code compat_set_vma_from_desc}. */
  protected void compatSetVmaFromDesc(VmArea vma, VmAreaDesc desc) {
    vma.vmPgoff.plain(desc.pgoff());
    vma.vmFile.plain(desc.vmFile());
    kernel.path(VmaFlagAccess.class).vmFlagsInit(vma, desc.vmFlags());
    vma.vmPageProt.plain(desc.pageProt());
    vma.vmOps.plain(desc.vmOps());
  }
}
