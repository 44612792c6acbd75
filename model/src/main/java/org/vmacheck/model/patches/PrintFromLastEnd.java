package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.ProcMaps;
import org.vmacheck.model.release.Proposal;

/** Without it, a VMA that was merged with the one printed before is printed whole. */
@Proposal("/proc/PID/maps prints of a VMA only what lies above the range printed before")
public class PrintFromLastEnd extends ProcMaps {

  public PrintFromLastEnd(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long printedStart(VmArea vma, long shown) {
    return Math.max(super.printedStart(vma, shown), shown);
  }
}
