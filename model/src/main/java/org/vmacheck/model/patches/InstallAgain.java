package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.Zap;
import org.vmacheck.model.release.Mutant;

/** Without it, a page that a fault brings in between stays, and install says that all is done. */
@Mutant("Guard install begins again when it has met a page")
public class InstallAgain extends GuardRegions {

  public InstallAgain(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long installMarkers(VmArea vma, long start, long end) {
    if (!walkPageRangeMm(vma.vmMm.plain(), start, end)) {
      kernel.path(Zap.class).zapPageRangeSingle(vma, start, end);
      walkPageRangeMm(vma.vmMm.plain(), start, end);
    }
    return 0;
  }
}
