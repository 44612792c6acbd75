package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.VmaModify;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the caller stores what it had computed for its own VMA, and the sticky flags that the
 * merge brought in from the neighbour are gone again. One thread is enough.
 *
 * <pre>
 *   mprotect(v)
 *     newflags from v's flags, without VM_MAYBE_GUARD
 *     v is merged into p, which has guards; p keeps VM_MAYBE_GUARD
 *     p's flags = newflags
 * </pre>
 */
@Commit(
    id = "9119d6c2095b",
    release = "6.19",
    stable = "6.18",
    sentence = "vma_modify_flags() tells its caller the flags of the merged VMA")
public class ReturnMergedFlags extends VmaModify {

  public ReturnMergedFlags(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long flagsAfterMerge(VmArea merged, long requested) {
    return requested;
  }
}
