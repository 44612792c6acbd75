package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;

/**
 * 6.19 (2ab7f1bbafc9): guard install and remove take the VMA read lock where they can. mmap_lock
 * held for writing no longer keeps them out.
 */
public class MadviseGuardUnderVmaLock extends Madvise {

  public MadviseGuardUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected LockMode lockMode(Advice advice) {
    return switch (advice) {
      case GUARD_INSTALL, GUARD_REMOVE -> LockMode.VMA_READ_LOCK;
      default -> super.lockMode(advice);
    };
  }
}
