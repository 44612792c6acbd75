package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.UffdFill;
import org.vmacheck.model.release.Commit;

/**
 * Without it, the kernel stops where it could try again.
 *
 * <pre>
 *   UFFDIO_COPY                       collapse_file, of another process
 *     make a table
 *                                       pml, ptl: remove the table
 *     BUG_ON(pmd_none)
 * </pre>
 */
@Commit(
    id = "4828d207dc51",
    release = "6.11",
    stable = "6.6",
    sentence = "UFFDIO_COPY expects that the table it has made may be gone again")
public class CopyToleratesNoTable extends UffdFill {

  public CopyToleratesNoTable(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void checkPmd(MmStruct mm, long page) {
    KernelBug.check(
        mm.pageTables.pmd(page).entry.readOnce() != null, "mfill_atomic", "there is no page table");
  }
}
