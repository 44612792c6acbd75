package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Commit;

/**
 * Before it, smaps holds mmap_lock for reading from the walk over the page tables to the line of
 * flags, and no writer of the address space gets in between.
 */
@Commit(
    id = "per-VMA locks for smaps and numa_maps",
    release = "7.2",
    sentence = "/proc/PID/smaps reads a VMA under its read lock")
public class SmapsUnderVmaLock extends Smaps {

  public SmapsUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  public Entry smaps(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page);
    Entry entry = vma == null ? null : showSmap(mm, vma);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return entry;
  }

  @Override
  public long all(MmStruct mm) {
    long printed = 0;
    kernel.path(MmapLock.class).mmapReadLock(mm);
    for (VmaTree.Entry entry : kernel.path(VmaIterator.class).vmaIterLoad(mm).entries()) {
      Entry shown = showSmap(mm, entry.vma());
      printed |= pages(shown.start(), shown.end());
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return printed;
  }

  @Override
  protected void dropRcu(VmArea vma) {
    // There is none to drop.
  }

  @Override
  protected void reacquireRcu() {
    // Nor was there one before.
  }
}
