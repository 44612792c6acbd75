package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/** mm/mmap.c and mm/vma.c: the heap, whose end is moved by brk. */
public class Brk {

  private static final long DATA_DEFAULT_FLAGS =
      VmFlags.READ | VmFlags.WRITE | VmFlags.MAYREAD | VmFlags.MAYWRITE | VmFlags.MAYEXEC;

  protected final Kernel kernel;

  public Brk(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code brk(2)}.
   *
   * @param brk the first page after the heap that is wanted
   * @return the first page after the heap that there is
   */
  @KernelFunction("__do_sys_brk")
  public long brk(MmStruct mm, long brk) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long old = mm.brk.plain();
    if (brk >= mm.startBrk.plain() && brk < old && isOfHeap(mm, brk, old)) {
      return shrink(mm, brk, old);
    }
    boolean grown = brk > old && mayGrow(mm, old, brk);
    if (grown) {
      doBrkFlags(mm, old, brk);
      storeBrkAndUnlock(mm, brk);
      return brk;
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return old;
  }

  /**
   * The new end is stored first, as the lock is given back on the way; without success the old one
   * is put back.
   */
  @KernelFunction("__do_sys_brk")
  private long shrink(MmStruct mm, long brk, long old) {
    mm.brk.plain(brk);
    if (kernel.path(Munmap.class).doVmiAlignMunmapAndUnlock(mm, brk, old) != 0) {
      mm.brk.plain(old);
      kernel.path(MmapLock.class).mmapWriteUnlock(mm);
      return old;
    }
    return brk;
  }

  /** The next one goes by this one's brk. */
  @Folded
  protected void storeBrkAndUnlock(MmStruct mm, long brk) {
    mm.brk.plain(brk);
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
  }

  /** Whether what is to go is not a mapping that begins after the heap. */
  @Folded
  private boolean isOfHeap(MmStruct mm, long brk, long old) {
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(brk);
    return vma != null && vma.vmStart.plain() < old;
  }

  /** There must be room, and a page more to the next VMA. */
  @Folded
  private boolean mayGrow(MmStruct mm, long old, long brk) {
    if (brk > mm.pageTables.geometry().pages()) {
      return false;
    }
    VmArea next = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(old);
    return next == null || brk + 1 <= next.vmStart.plain();
  }

  /**
   * {@code do_brk_flags}: the VMA below grows, or there is a new one, locked before it is found.
   */
  private void doBrkFlags(MmStruct mm, long start, long end) {
    VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
    VmArea prev = tree.before(start);
    long flags = DATA_DEFAULT_FLAGS | VmFlags.ACCOUNT;
    VmArea vma = null;
    if (prev != null && prev.vmEnd.plain() == start) {
      // Without a next VMA it merges with none.
      VmaMergeStruct vmg = VmaMergeStruct.vmgState(mm, start, end, start, flags, null);
      vmg.prev = prev;
      vma = kernel.path(VmaMerge.class).vmaMergeNewRange(vmg);
    }
    if (vma == null) {
      vma = insert(mm, start, end, flags);
    }
    kernel.path(VmaFlagAccess.class).vmaSetFlagsMask(vma, VmFlags.SOFTDIRTY);
  }

  @KernelFunction("do_brk_flags")
  private VmArea insert(MmStruct mm, long start, long end, long flags) {
    VmArea vma = kernel.path(VmaAlloc.class).vmAreaAlloc(mm);
    vma.vmStart.plain(start);
    vma.vmEnd.plain(end);
    vma.vmPgoff.plain(start);
    kernel.path(VmaFlagAccess.class).vmFlagsInit(vma, flags);
    vma.vmPageProt.plain(flags & VmFlags.ACCESS);
    lockNew(vma);
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, vma);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    return vma;
  }

  @Folded
  protected void lockNew(VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
  }
}
