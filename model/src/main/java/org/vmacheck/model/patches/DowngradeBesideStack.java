package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Commit;

/**
 * Before it, a stack grows under mmap_lock held for reading, and could grow into what munmap()
 * empties, so munmap() keeps mmap_lock for writing where a stack is the next VMA.
 */
@Commit(
    id = "408579cd627a",
    release = "6.5",
    sentence = "munmap() downgrades mmap_lock also where a stack is the next VMA")
public class DowngradeBesideStack extends Munmap {

  public DowngradeBesideStack(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean downgrade(MmStruct mm, Gathered unmap) {
    VmArea next = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(unmap.end());
    boolean stack = next != null && (next.vmFlags.plain() & VmFlags.GROWSDOWN) != 0;
    return !stack && super.downgrade(mm, unmap);
  }
}
