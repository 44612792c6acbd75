package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.StackGrowth;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Commit;

/**
 * Without it, as before 6.5, it grows under the eyes of who holds mmap_lock for reading, and the
 * lock of its anon_vma and page_table_lock keep only others away that let it grow.
 */
@Commit(
    id = "8d7071af8907",
    release = "6.5",
    sentence = "a stack grows under mmap_lock held for writing")
public final class GrowUnderWriteLock {

  private GrowUnderWriteLock() {}

  /** mm/mmap.c: the fault keeps mmap_lock for reading. */
  public static class InStackGrowth extends StackGrowth {

    public InStackGrowth(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void upgrade(MmStruct mm) {}

    @Override
    protected void unlock(MmStruct mm) {
      kernel.path(MmapLock.class).mmapReadUnlock(mm);
    }

    @Override
    protected void downgrade(MmStruct mm) {}

    @Override
    protected void assertMayExpand(MmStruct mm) {
      kernel.path(MmapLock.class).mmapAssertLocked(mm);
    }

    @Override
    protected void expand(VmArea vma, long page) {
      MmStruct mm = vma.vmMm.plain();
      mm.pageTableLock.lock();
      super.expand(vma, page);
      mm.pageTableLock.unlock();
    }
  }

  /** The tree is changed as well. */
  public static class InVmaIterator extends VmaIterator {

    public InVmaIterator(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void assertMayStore(MmStruct mm) {
      kernel.path(MmapLock.class).mmapAssertLocked(mm);
    }
  }
}
