package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmFlags;

/** 7.1: {@code vma_expand} write-locks first and samples the sticky flags then (C62, race A4). */
public class VmaMergeSamplesUnderLock extends VmaMerge {

  public VmaMergeSamplesUnderLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long sampleAndLock(VmaMergeStruct vmg, boolean removeNext) {
    kernel.vmaLock().vmaStartWrite(vmg.target);
    long stickyFlags = (vmg.vmFlags | vmg.target.vmFlags.plain()) & VmFlags.STICKY;
    if (removeNext) {
      kernel.vmaLock().vmaStartWrite(vmg.next);
      stickyFlags |= vmg.next.vmFlags.plain() & VmFlags.STICKY;
    }
    return stickyFlags;
  }
}
