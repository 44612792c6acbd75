package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/** mm/userfaultfd.c, {@code UFFDIO_MOVE} of one page of anonymous memory. */
public class UffdMove {

  protected final Kernel kernel;

  public UffdMove(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code UFFDIO_MOVE}.
   *
   * @return 0; {@code -ENOENT} if nothing is mapped, or there is no page, {@code -EINVAL} if it
   *     cannot be moved, {@code -EEXIST} if there is a page, {@code -EBUSY} if it is pinned, {@code
   *     -EAGAIN} if it is to be tried again
   */
  @KernelFunction("move_pages")
  public long move(MmStruct mm, long to, long from) {
    UffdLock.Pair pair = kernel.path(UffdLock.class).uffdMoveLock(mm, to, from);
    if (pair == null) {
      return -Errno.ENOENT;
    }
    long result = -Errno.EINVAL;
    if (validateMoveAreas(pair)) {
      kernel.path(PteMap.class).pteAlloc(mm.pageTables, to);
      result = movePagesPtes(mm.pageTables, to, from);
    }
    kernel.path(UffdLock.class).uffdMoveUnlock(pair);
    return result;
  }

  /** {@code validate_move_areas}. */
  private static boolean validateMoveAreas(UffdLock.Pair pair) {
    VmArea src = pair.src();
    VmArea dst = pair.dst();
    long compared = VmFlags.ACCESS | VmFlags.LOCKED;
    long flags = src.vmFlags.plain();
    return (flags & compared) == (dst.vmFlags.plain() & compared)
        && (flags & VmFlags.WRITE) != 0
        && dst.vmUserfaultfdCtx.plain() != null
        && src.vmaIsAnonymous()
        && dst.vmaIsAnonymous();
  }

  /** {@code move_pages_ptes}: what is found first is compared again under both locks. */
  private long movePagesPtes(PageTables tables, long to, long from) {
    PteMap map = kernel.path(PteMap.class);
    PteTable dst = map.pteOffsetMapRwNolock(tables, to);
    if (dst == null) {
      return -Errno.EAGAIN;
    }
    PteTable src = map.pteOffsetMapRwNolock(tables, from);
    if (src == null) {
      map.pteUnmap();
      return -Errno.EAGAIN;
    }
    long result = -Errno.EEXIST;
    if (map.pte(tables, dst, to).readOnce() == Pte.NONE) {
      long orig = map.pte(tables, src, from).readOnce();
      result =
          Pte.isPresent(orig)
              ? movePresentPtes(
                  tables.pmd(to),
                  dst,
                  map.pte(tables, dst, to),
                  src,
                  map.pte(tables, src, from),
                  orig)
              : orig == Pte.NONE ? -Errno.ENOENT : Pte.isSwap(orig) ? -Errno.EBUSY : -Errno.EFAULT;
    }
    map.pteUnmap();
    map.pteUnmap();
    return result;
  }

  /** {@code move_present_ptes}. */
  private long movePresentPtes(
      Pmd dstPmd, PteTable dst, Word dstPte, PteTable src, Word srcPte, long orig) {
    doublePtLock(dst, src);
    long result = -Errno.EAGAIN;
    // Its content may have changed meanwhile, as a store does that the kernel sees nothing of.
    long now = srcPte.readOnce();
    if (Pte.isSamePage(now, orig) && dstPte.readOnce() == Pte.NONE && pmdSame(dstPmd, dst)) {
      result = Pte.isPinned(now) ? -Errno.EBUSY : moveOne(dstPte, srcPte);
    }
    doublePtUnlock(dst, src);
    return result;
  }

  /** The page gets its new place when nothing can fail any more (I4). */
  @KernelFunction("move_present_ptes")
  protected long moveOne(Word dstPte, Word srcPte) {
    long taken = srcPte.xchg(Pte.NONE);
    if (Pte.isPinned(taken)) {
      srcPte.writeOnce(taken);
      return -Errno.EBUSY;
    }
    // A new entry: that the source was write-protected is not said of it.
    dstPte.writeOnce(Pte.withProtection(taken, Pte.WRITABLE) & ~Pte.UFFD);
    return 0;
  }

  /** An empty entry is the same in every table, so that tells nothing of the table (D8). */
  @Folded
  protected boolean pmdSame(Pmd pmd, PteTable seen) {
    return pmd.entry.readOnce() == seen;
  }

  /** {@code double_pt_lock}: the kernel goes by the addresses; here the destination is first. */
  private static void doublePtLock(PteTable dst, PteTable src) {
    dst.ptl.lock();
    if (src != dst) {
      src.ptl.lockNested(LockClass.SINGLE_DEPTH_NESTING);
    }
  }

  /** {@code double_pt_unlock}. */
  private static void doublePtUnlock(PteTable dst, PteTable src) {
    if (src != dst) {
      src.ptl.unlock();
    }
    dst.ptl.unlock();
  }
}
