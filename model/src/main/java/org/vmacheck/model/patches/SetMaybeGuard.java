package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Commit;

/**
 * Before it, a guard leaves no trace in the flags of its VMA. What makes fork copy the markers, and
 * keeps their table from being retracted, is the anon_vma that guard install gives every VMA, a
 * file's, too.
 */
@Commit(
    id = "5dba5cc2e0ff",
    release = "6.19",
    stable = "6.18",
    sentence = "guard install sets VM_MAYBE_GUARD, and gives files no anon_vma")
public class SetMaybeGuard extends GuardRegions {

  public SetMaybeGuard(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long installInOrder(VmArea vma, long start, long end) {
    kernel.path(Rmap.class).anonVmaPrepare(vma);
    return installMarkers(vma, start, end);
  }

  @Override
  public void checkMarker(VmArea vma, long page) {
    if (vma.anonVma.plain() == null) {
      throw new KernelBug(
          KernelBug.Kind.INVARIANT,
          "guard_without_anon_vma",
          "page " + page + " holds a guard marker, and its VMA has no anon_vma");
    }
  }
}
