package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/filemap.c: a file that is read or written with its {@code i_rwsem} held, as file systems do.
 * What is in it is not asked about.
 */
public class FileAccess {

  private final Kernel kernel;

  public FileAccess(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code kernel_read}, by the kernel for itself. The caller may sleep. */
  @KernelFunction("__kernel_read")
  public void kernelRead(AddressSpace mapping) {
    mapping.iRwsem.downRead();
    mapping.iRwsem.upRead();
  }

  /**
   * {@code write(2)} of what a page holds, which is faulted in with the lock of the file held.
   *
   * @return 0 or {@code -EFAULT}
   */
  @KernelFunction("generic_perform_write")
  public long write(AddressSpace mapping, MmStruct mm, long page) {
    mapping.iRwsem.downWrite();
    long content = kernel.path(UserAccess.class).read(mm, page);
    mapping.iRwsem.upWrite();
    return content < 0 ? -Errno.EFAULT : 0;
  }
}
