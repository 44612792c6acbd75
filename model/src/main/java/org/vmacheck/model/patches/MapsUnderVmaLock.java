package org.vmacheck.model.patches;

import java.util.function.Consumer;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.ProcMaps;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Commit;

/**
 * Before it, whoever reads /proc/PID/maps holds mmap_lock for reading from the first VMA of a
 * buffer to the last, and the ioctl holds it for the one that it looks up. The ioctl followed a
 * release later, in 6.18.
 */
@Commit(
    id = "read proc/pid/maps, execute PROCMAP_QUERY under per-vma locks",
    release = "6.17",
    sentence = "/proc/PID/maps and PROCMAP_QUERY read a VMA under its read lock")
public class MapsUnderVmaLock extends ProcMaps {

  public MapsUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long print(MmStruct mm, Consumer<VmArea> show) {
    long printed = 0;
    kernel.path(MmapLock.class).mmapReadLock(mm);
    for (VmaTree.Entry entry : kernel.path(VmaIterator.class).vmaIterLoad(mm).entries()) {
      printed |= pages(entry.vma().vmStart.plain(), entry.vma().vmEnd.plain());
      show.accept(entry.vma());
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return printed;
  }

  @Override
  public long query(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(page);
    long range = vma == null ? 0 : pages(vma.vmStart.plain(), vma.vmEnd.plain());
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return range;
  }

  @Override
  public long queryBuildId(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(page);
    AddressSpace file = vma == null ? null : vma.vmFile.plain();
    long range = vma == null ? 0 : pages(vma.vmStart.plain(), vma.vmEnd.plain());
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    parseBuildId(file);
    return range;
  }
}
