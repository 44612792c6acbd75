package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.Mremap;
import org.vmacheck.model.ops.VmaRemap;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the source was looked at as a whole ({@code vma_to_resize}) when what lay at the
 * destination was unmapped, and the destination once there was a source. As 6.12 does it; of 6.15
 * and 6.16 it was not looked at.
 */
@Commit(
    id = "check_prep_vma",
    release = "6.17",
    sentence = "mremap() looks at all of its source and destination before it changes anything")
public class CheckRemapEarly extends Mremap {

  public CheckRemapEarly(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long checkMremapParams(VmaRemap vrm) {
    return areFlagsRefused(vrm) ? -Errno.EINVAL : 0;
  }

  @Override
  protected long checkPrepVma(VmaRemap vrm) {
    return checkVma(vrm);
  }

  @Override
  protected long mremapTo(VmaRemap vrm) {
    return isTargetRefused(vrm) ? -Errno.EINVAL : super.mremapTo(vrm);
  }

  @Override
  protected long expandVma(VmaRemap vrm) {
    long error = checkRange(vrm);
    return error != 0 ? error : super.expandVma(vrm);
  }

  @Override
  protected long moveVma(VmaRemap vrm) {
    long error = checkRange(vrm);
    return error != 0 ? error : super.moveVma(vrm);
  }
}
