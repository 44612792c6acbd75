package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.FreePgtables;
import org.vmacheck.model.release.Mutant;

/** Without it, a munmap that has downgraded mmap_lock takes VMA write locks. */
@Mutant("free_pgtables() write-locks VMAs only where mmap_lock is held for writing")
public class MmWrLocked extends FreePgtables {

  public MmWrLocked(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isMmWrLocked(MmStruct mm) {
    return true;
  }
}
