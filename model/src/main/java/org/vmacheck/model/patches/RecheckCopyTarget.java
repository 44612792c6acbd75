package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.UffdFill;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a page of a kind is made that the new mapping does not have.
 *
 * <pre>
 *   UFFDIO_COPY                       mmap
 *     a VMA of anonymous memory
 *     the source is not there: unlock
 *                                       map a file there
 *     read the source
 *     lock the VMA that is there
 *     make an anonymous page
 * </pre>
 */
@Mutant("UFFDIO_COPY that has dropped its lock looks whether another mapping is there by now")
public class RecheckCopyTarget extends UffdFill {

  public RecheckCopyTarget(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean mfillRetryStateChanged(RetryState before, VmArea vma) {
    return false;
  }
}
