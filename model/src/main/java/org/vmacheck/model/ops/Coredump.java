package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * fs/coredump.c: what is written of a process that dies, once all its threads have stopped. Other
 * processes may still change its address space.
 */
public class Coredump {

  protected final Kernel kernel;

  public Coredump(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code dump_vma_snapshot}.
   *
   * @return a bit for each page that is mapped
   */
  @KernelFunction("dump_vma_snapshot")
  public long dumpVmaSnapshot(MmStruct mm) {
    lock(mm);
    long pages = 0;
    for (VmaTree.Entry entry : entries(mm)) {
      VmArea vma = entry.vma();
      pages |= ProcMaps.pages(vma.vmStart.plain(), vma.vmEnd.plain());
    }
    unlock(mm);
    return pages;
  }

  /** {@code mmap_write_lock_killable}: stopped threads change nothing, others do. */
  @Folded
  protected void lock(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
  }

  @Folded
  protected List<VmaTree.Entry> entries(MmStruct mm) {
    return kernel.path(VmaIterator.class).vmaIterLoad(mm).entries();
  }

  @Folded
  protected void unlock(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
  }
}
