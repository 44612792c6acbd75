package org.vmacheck.model.ops;

import java.util.function.LongSupplier;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmCount;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.KernelFunction;

/**
 * fs/proc/base.c and task_mmu.c: a file of /proc/PID in the hands of another process. While it is
 * open the object of the mm stays; each read of it begins with becoming a user of the address
 * space, which is refused once the last one has gone.
 */
public class ProcMem {

  private final Kernel kernel;
  protected final MmCount mmCount;

  public ProcMem(Kernel kernel) {
    this.kernel = kernel;
    this.mmCount = new MmCount(kernel.memory());
  }

  /** {@code proc_mem_open}. The caller knows that the mm is there. */
  public void procMemOpen(MmStruct mm) {
    mmCount.mmgrab(mm);
  }

  /**
   * From {@code m_start} to {@code m_stop}.
   *
   * @param read what is printed in between
   * @param nothing what stands for an empty file
   */
  @KernelFunction("m_start")
  public long read(MmStruct mm, LongSupplier read, long nothing) {
    if (!use(mm)) {
      return nothing;
    }
    long result = read.getAsLong();
    kernel.path(ExitMmap.class).mmput(mm);
    return result;
  }

  @KernelFunction("m_start")
  protected boolean use(MmStruct mm) {
    return mmCount.mmgetNotZero(mm);
  }

  /** {@code proc_map_release}. */
  public void procMapRelease(MmStruct mm) {
    mmCount.mmdrop(mm);
  }
}
