package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * drivers/android/binder_alloc.c: a driver that remembers where its buffer was mapped, and takes
 * pages of it back when memory is short.
 */
public class BinderAlloc {

  private final Kernel kernel;

  public BinderAlloc(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code binder_alloc_free_page}: the page goes, if it still is one of the buffer. */
  @KernelFunction("binder_alloc_free_page")
  public void freePage(MmStruct mm, AddressSpace buffer, long page) {
    VmArea vma = kernel.path(VmaLock.class).lockVmaUnderRcu(mm, page);
    if (vma == null) {
      return;
    }
    if (isMapped(vma, buffer)) {
      kernel.path(Zap.class).zapPageRangeSingle(vma, page, page + 1);
    }
    kernel.path(VmaLock.class).vmaEndRead(vma);
  }

  /** {@code binder_alloc_is_mapped}: whether the VMA that is there by now is that of the buffer. */
  @Folded
  protected boolean isMapped(VmArea vma, AddressSpace buffer) {
    return vma.vmFile.plain() == buffer;
  }
}
