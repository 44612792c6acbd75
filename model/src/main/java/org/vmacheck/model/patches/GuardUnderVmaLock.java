package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.release.Commit;

/**
 * Before it, guard install and remove hold mmap_lock for reading, so a holder of mmap_lock for
 * writing keeps them out.
 */
@Commit(
    id = "2ab7f1bbafc9",
    release = "6.19",
    sentence = "madvise() installs and removes guard regions under the VMA read lock")
public class GuardUnderVmaLock extends Madvise {

  public GuardUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected LockMode lockMode(Advice advice) {
    return switch (advice) {
      case GUARD_INSTALL, GUARD_REMOVE -> LockMode.MMAP_READ_LOCK;
      default -> super.lockMode(advice);
    };
  }
}
