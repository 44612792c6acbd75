package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Mutant;

/**
 * Without this order the markers are there and nothing tells of them; the ptl is free, and a
 * retraction that tests the flag under it finds it clear.
 *
 * <pre>
 *   guard install                     collapse_file
 *     ptl: write the marker
 *                                       pml, ptl: VM_MAYBE_GUARD is clear
 *                                       clear the PMD, free the table
 *     set VM_MAYBE_GUARD
 * </pre>
 */
@Mutant("guard install sets VM_MAYBE_GUARD before it writes a marker")
public class FlagBeforeMarker extends GuardRegions {

  public FlagBeforeMarker(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long installInOrder(VmArea vma, long start, long end) {
    if (vma.vmaIsAnonymous()) {
      kernel.path(Rmap.class).anonVmaPrepare(vma);
    }
    long result = installMarkers(vma, start, end);
    setMaybeGuard(vma);
    return result;
  }
}
