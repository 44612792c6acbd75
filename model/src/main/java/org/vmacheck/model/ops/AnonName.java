package org.vmacheck.model.ops;

import java.util.Objects;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;

/** mm/madvise.c: {@code prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME)} (CONFIG_ANON_VMA_NAME). */
public class AnonName {

  protected final Kernel kernel;

  public AnonName(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code set_anon_vma_name}: names anonymous memory, private or shared.
   *
   * @param start first page
   * @param pages how many; none is fine
   * @param name null takes the name away
   * @return 0; {@code -ENOMEM} if a page is not mapped (the others are done), {@code -EBADF} at a
   *     mapping of a file (what comes before it is done)
   */
  public long setAnonVmaName(MmStruct mm, long start, long pages, String name) {
    return pages == 0 ? 0 : madviseSetAnonName(mm, start, start + pages, name);
  }

  private long madviseSetAnonName(MmStruct mm, long start, long end, String name) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long result =
        kernel
            .path(Madvise.class)
            .madviseWalkVmas(
                mm, start, end, (vma, from, upTo) -> madviseVmaBehavior(vma, from, upTo, name));
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return result;
  }

  private long madviseVmaBehavior(VmArea vma, long start, long end, String name) {
    if (vma.vmFile.plain() != null && !vma.vmaIsAnonShmem()) {
      return -Errno.EBADF;
    }
    if (!Objects.equals(vma.anonName.plain(), name)) {
      madviseUpdateVma(vma, start, end, name);
    }
    return 0;
  }

  /**
   * {@code madvise_update_vma} for a name: the flags that the VMA had before anything was locked
   * are stored over those of the VMA that comes out, as if flags had been changed. After a merge
   * that loses what the merge has brought in from a neighbour; one thread is enough.
   *
   * <pre>
   *   |g.|..|    both are alike but for their name, the first has a guard
   *              name the second as the first
   *   |g...|     merged, with VM_MAYBE_GUARD of the first
   *   |g...|     the flags of the second stored over it: VM_MAYBE_GUARD is lost
   * </pre>
   */
  private void madviseUpdateVma(VmArea vma, long start, long end, String name) {
    long flags = vma.vmFlags.plain();
    VmArea prev =
        kernel.path(VmaIterator.class).vmaIterLoad(vma.vmMm.plain()).before(vma.vmStart.plain());
    VmArea named = kernel.path(VmaModify.class).vmaModifyName(prev, vma, start, end, name);
    kernel.path(VmaLock.class).vmaStartWrite(named);
    storeFlags(named, flags);
    replaceAnonVmaName(named, name);
  }

  /** Stores the flags that the caller had, though none was to change. */
  @Folded
  protected void storeFlags(VmArea vma, long flags) {
    kernel.path(VmaFlagAccess.class).vmaFlagsAssign(vma, flags);
  }

  /** {@code replace_anon_vma_name}. */
  private static void replaceAnonVmaName(VmArea vma, String name) {
    vma.anonName.plain(name);
  }
}
