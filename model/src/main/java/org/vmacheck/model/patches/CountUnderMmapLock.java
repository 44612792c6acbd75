package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Mremap;
import org.vmacheck.model.release.Mutant;

/** Without it, as before 7.1, it looks before, while others split and merge. */
@Mutant("mremap() looks how many VMAs there are when it holds mmap_lock")
public class CountUnderMmapLock extends Mremap {

  public CountUnderMmapLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void beforeLock(MmStruct mm) {
    mm.mapCount.plain();
  }
}
