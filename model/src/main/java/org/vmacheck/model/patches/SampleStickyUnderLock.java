package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the sticky flags are sampled first. That is safe only as long as nobody sets one
 * without keeping writers of the address space out.
 *
 * <pre>
 *   mmap of the gap before next       guard install in next
 *     sample next's sticky flags
 *                                       lock_vma_under_rcu(next)
 *                                       set VM_MAYBE_GUARD, write the marker
 *                                       vma_end_read(next)
 *     vma_start_write(next)
 *     next is merged into prev
 *     prev gets the flags sampled
 * </pre>
 */
@Commit(
    id = "vma_flags_t series of March 2026",
    release = "7.1",
    sentence = "vma_expand() samples a VMA's sticky flags after vma_start_write()")
public class SampleStickyUnderLock extends VmaMerge {

  public SampleStickyUnderLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long sampleAndLock(VmaMergeStruct vmg, boolean removeNext) {
    long stickyFlags = (vmg.vmFlags() | vmg.target().vmFlags.plain()) & VmFlags.STICKY;
    if (removeNext) {
      stickyFlags |= vmg.next().vmFlags.plain() & VmFlags.STICKY;
    }
    kernel.path(VmaLock.class).vmaStartWrite(vmg.target());
    if (removeNext) {
      kernel.path(VmaLock.class).vmaStartWrite(vmg.next());
    }
    return stickyFlags;
  }
}
