package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the target's sticky flags are sampled before the target is write-locked. Harmless:
 * what was sampled is added to the target's own word, which nobody overwrites.
 */
@Commit(
    id = "61f67c230a5e",
    release = "6.19",
    sentence = "vma_expand() write-locks its target before it samples sticky flags")
public class LockTargetBeforeSample extends SampleStickyUnderLock {

  public LockTargetBeforeSample(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long lockTarget(VmaMergeStruct vmg, boolean removeNext) {
    long stickyFlags = (vmg.vmFlags() | vmg.target().vmFlags.plain()) & VmFlags.STICKY;
    kernel.path(VmaLock.class).vmaStartWrite(vmg.target());
    return removeNext ? stickyFlags | (vmg.next().vmFlags.plain() & VmFlags.STICKY) : stickyFlags;
  }
}
