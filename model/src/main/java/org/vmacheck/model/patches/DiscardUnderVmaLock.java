package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.Madvise.Advice;
import org.vmacheck.model.ops.Madvise.LockMode;
import org.vmacheck.model.release.Commit;

/** Before it, pages are thrown away under mmap_lock, held for reading. */
@Commit(
    id = {"a6fde7add78d", "MADV_FREE with PGWALK_VMA_RDLOCK_VERIFY"},
    release = "6.17",
    sentence = "madvise() throws pages away under the VMA read lock")
public class DiscardUnderVmaLock extends GuardUnderVmaLock {

  public DiscardUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected LockMode lockMode(Advice advice) {
    return switch (advice) {
      case DONTNEED, FREE -> LockMode.MMAP_READ_LOCK;
      default -> super.lockMode(advice);
    };
  }
}
