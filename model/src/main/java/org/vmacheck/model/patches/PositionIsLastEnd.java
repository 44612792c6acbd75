package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.ProcMaps;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as before 6.17, it is the start, where a VMA may be that has grown downwards
 * meanwhile.
 */
@Mutant("The position in /proc/PID/maps is the end of what was printed last")
public class PositionIsLastEnd extends ProcMaps {

  public PositionIsLastEnd(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected VmArea next(MmStruct mm, long lastStart, long lastEnd) {
    VmArea vma = super.next(mm, lastStart, Math.max(lastStart, 0));
    if (vma == null || vma.vmStart.plain() != lastStart) {
      return vma;
    }
    long end = vma.vmEnd.plain();
    kernel.path(VmaLock.class).vmaEndRead(vma);
    return super.next(mm, lastStart, end);
  }
}
