package org.vmacheck.model.patches;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.FreePgtables;
import org.vmacheck.model.release.Mutant;

/** Without it, a walk over the reverse maps works in tables that are being freed. */
@Mutant("free_pgtables() takes VMAs out of the reverse maps before it frees their tables")
public class HideBeforeFree extends FreePgtables {

  public HideBeforeFree(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void hideAndFree(MmStruct mm, List<VmArea> batch, Tables tables) {
    freePgdRange(mm, tables);
    unlinkFileVmaBatchFinal(batch);
  }
}
