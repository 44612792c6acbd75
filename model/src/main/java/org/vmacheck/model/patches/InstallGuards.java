package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.release.Commit;

/** Before it, {@code madvise_behavior_valid()} knows no guard regions. */
@Commit(id = "662df3e5c376", release = "6.13", sentence = "madvise() installs guard regions")
public class InstallGuards extends DiscardUnderVmaLock {

  public InstallGuards(Kernel kernel) {
    super(kernel);
  }

  @Override
  public long madvise(MmStruct mm, long start, long pages, Advice advice) {
    return switch (advice) {
      case GUARD_INSTALL, GUARD_REMOVE -> -Errno.EINVAL;
      default -> super.madvise(mm, start, pages, advice);
    };
  }
}
