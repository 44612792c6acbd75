package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the next VMA's sticky flags are sampled while only the target is write-locked. That is
 * safe only as long as nobody sets one without keeping writers of the address space out.
 *
 * <pre>
 *   mmap of the gap before next       guard install in next
 *     vma_start_write(target)
 *     sample next's sticky flags
 *                                       lock_vma_under_rcu(next)
 *                                       set VM_MAYBE_GUARD, write the marker
 *                                       vma_end_read(next)
 *     vma_start_write(next)
 *     next is merged into the target
 *     the target gets the flags sampled
 * </pre>
 */
@Commit(
    id = "vma_flags_t series of March 2026",
    release = "7.1",
    sentence = "vma_expand() samples the next VMA's sticky flags after vma_start_write(next)")
public class SampleStickyUnderLock extends VmaMerge {

  public SampleStickyUnderLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long lockTarget(VmaMergeStruct vmg, boolean removeNext) {
    long stickyFlags = super.lockTarget(vmg, removeNext);
    return removeNext ? stickyFlags | (vmg.next().vmFlags.plain() & VmFlags.STICKY) : stickyFlags;
  }

  @Override
  protected long lockNext(VmArea next) {
    kernel.path(VmaLock.class).vmaStartWrite(next);
    return 0;
  }
}
