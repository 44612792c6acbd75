package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.CollapseHugePage;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.release.Mutant;

/**
 * Without it (366a4532d96f), MADV_DONTNEED takes the table away after the look.
 *
 * <pre>
 *   collapse_huge_page                MADV_DONTNEED, under the VMA lock
 *     mmap_lock for writing
 *     the PMD points to a table
 *                                       empty it, clear the PMD, free it
 *     vma_start_write()
 *     goes on without a table
 * </pre>
 */
@Mutant(
    "collapse_huge_page() write-locks the VMA before it looks whether there still is a page table")
public class LockBeforePmdCheck extends CollapseHugePage {

  public LockBeforePmdCheck(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean lockAndCheck(VmArea vma, Pmd pmd) {
    boolean valid = checkPmdStillValid(pmd);
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    return valid;
  }
}
