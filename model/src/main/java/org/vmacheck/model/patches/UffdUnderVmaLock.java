package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.UffdLock;
import org.vmacheck.model.release.Commit;

/** Before it, who fills a page holds mmap_lock for reading. */
@Commit(
    id = "867a43a34ff8",
    release = "6.9",
    sentence = "UFFDIO_COPY holds the VMA lock in place of mmap_lock")
public class UffdUnderVmaLock extends UffdLock {

  public UffdUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  public VmArea uffdMfillLock(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = findVmaAndPrepareAnon(mm, page);
    if (vma != null && vma.vmUserfaultfdCtx.plain() != null) {
      return vma;
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return null;
  }

  @Override
  public void uffdMfillUnlock(VmArea vma) {
    kernel.path(MmapLock.class).mmapReadUnlock(vma.vmMm.plain());
  }
}
