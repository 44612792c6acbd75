package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockNone;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.ProcMaps;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Proposal;

/** A configuration: who would lock a VMA takes mmap_lock, for reading or for writing. */
@Proposal("CONFIG_PER_VMA_LOCK is not set")
public class NoPerVmaLock {

  private NoPerVmaLock() {}

  /** include/linux/mmap_lock.h. */
  public static class InVmaLock extends VmaLockNone {

    public InVmaLock(Memory memory) {
      super(memory);
    }
  }

  /** Speculation always fails. */
  public static class InMmLockSequence extends MmLockSequence {

    public InMmLockSequence(Memory memory) {
      super(memory);
    }

    @Override
    public long mmapLockSpeculateTryBegin(MmStruct mm) {
      return WRITER;
    }
  }

  /** fs/proc/task_mmu.c: mmap_lock is held from the first VMA to the last. */
  public static class InProcMaps extends ProcMaps {

    public InProcMaps(Kernel kernel) {
      super(kernel);
    }

    @Override
    public long maps(MmStruct mm) {
      long printed = 0;
      kernel.path(MmapLock.class).mmapReadLock(mm);
      for (VmaTree.Entry entry : kernel.path(VmaIterator.class).vmaIterLoad(mm).entries()) {
        printed |= pages(entry.vma().vmStart.plain(), entry.vma().vmEnd.plain());
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
  }

  /** fs/proc/task_mmu.c. */
  public static class InSmaps extends Smaps {

    public InSmaps(Kernel kernel) {
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
      kernel.path(VmaLock.class).vmaAssertLocked(vma);
    }

    @Override
    protected void reacquireRcu() {
      // There is none.
    }
  }
}
