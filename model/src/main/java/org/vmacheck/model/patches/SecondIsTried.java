package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.UffdLock;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a writer of both VMAs and the move wait for each other.
 *
 * <pre>
 *   UFFDIO_MOVE                       mprotect
 *     read-lock the destination
 *                                       mmap_lock for writing
 *                                       write-lock the source
 *     the source is locked: mmap_lock
 *                                       write-lock the destination
 * </pre>
 */
@Mutant("UFFDIO_MOVE does not wait for mmap_lock while it holds a VMA")
public class SecondIsTried extends UffdLock {

  public SecondIsTried(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected VmArea lockSecond(MmStruct mm, long page) {
    return uffdLockVma(mm, page);
  }
}
