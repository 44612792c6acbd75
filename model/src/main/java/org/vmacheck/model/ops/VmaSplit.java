package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/** mm/vma.c, {@code __split_vma}. The caller holds mmap_lock for writing. */
public class VmaSplit {

  protected final Kernel kernel;

  public VmaSplit(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code __split_vma(.., new_below = 1)}: a new VMA takes the pages below {@code page}, and
   * {@code vma} keeps the rest.
   *
   * @return false, with nothing changed, if there is no memory
   */
  @KernelFunction("__split_vma")
  public boolean splitOffBelow(VmArea vma, long page) {
    VmArea added = duplicate(vma);
    if (added == null) {
      return false;
    }
    added.vmEnd.plain(page);
    split(
        vma,
        added,
        page,
        () -> {
          moveStart(vma, page);
        });
    return true;
  }

  /**
   * {@code __split_vma(.., new_below = 0)}: a new VMA takes the pages from {@code page} on, and
   * {@code vma} keeps the rest.
   *
   * @return false, with nothing changed, if there is no memory
   */
  @KernelFunction("__split_vma")
  public boolean splitOffAbove(VmArea vma, long page) {
    VmArea added = duplicate(vma);
    if (added == null) {
      return false;
    }
    moveStart(added, page);
    split(vma, added, page, () -> vma.vmEnd.plain(page));
    return true;
  }

  /** Another first page, which the offsets go with ({@code vma_add_pgoff}). */
  @Folded
  protected void moveStart(VmArea vma, long page) {
    AnonPgoff anonPgoff = kernel.path(AnonPgoff.class);
    long index = anonPgoff.linearAnonPageIndex(vma, page);
    vma.vmPgoff.plain(vma.linearPageIndex(page));
    anonPgoff.vmaSetAnonPgoff(vma, index);
    vma.vmStart.plain(page);
  }

  /** The copy is made while others may still lock the original for reading (claim C64). */
  @Folded
  protected VmArea duplicate(VmArea vma) {
    return kernel.path(VmaAlloc.class).vmAreaDup(vma);
  }

  /** {@code vma_prepare} takes no VMA lock itself (claim C102). */
  @Folded
  protected void lockOriginal(VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
  }

  /** Nobody can find it yet, and nobody is to use it as soon as it is in the tree. */
  @Folded
  protected void lockAdded(VmArea added) {
    kernel.path(VmaLock.class).vmaStartWrite(added);
  }

  @Folded
  private void split(VmArea vma, VmArea added, long page, Runnable shrink) {
    MmStruct mm = vma.vmMm.plain();
    kernel.path(MmapLock.class).mmapAssertWriteLocked(mm);
    boolean huge = Hugetlb.isVmHugetlbPage(vma);
    kernel.path(Rmap.class).anonVmaClone(added, vma);
    if (huge) {
      kernel.path(Hugetlb.class).hugetlbVmaLockAlloc(added);
      beforeLocks(vma, page);
    }
    lockOriginal(vma);
    lockAdded(added);
    VmaCommit commit = VmaCommit.ofSplit(kernel, vma, added);
    commit.vmaPrepare();
    // Between the two the tree still says that vma covers all of it; walkers find it locked.
    if (huge) {
      underLocks(vma, page);
    }
    shrink.run();
    commit.vmaComplete();
  }

  /** {@code vm_ops->may_split}: whether it may be split at all, which is all that it should do. */
  @Folded
  protected void beforeLocks(VmArea vma, long page) {}

  /** What straddles the border goes while nobody can make it again (claim C48). */
  @Folded
  protected void underLocks(VmArea vma, long page) {
    kernel.path(HugePmdSharing.class).hugetlbSplit(vma, page);
  }
}
