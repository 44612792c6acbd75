package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as in 6.4, a fault in it uses the anon_vma, which is taken away again if there is no
 * memory for the rest.
 */
@Mutant("A VMA that grows is write-locked before it takes over the anon_vma of another")
public final class LockBeforeDupAnonVma {

  private LockBeforeDupAnonVma() {}

  /** mm/mmap.c: {@code vma_expand}. */
  public static class InVmaMerge extends VmaMerge {

    public InVmaMerge(Kernel kernel) {
      super(kernel);
    }

    @Override
    public boolean vmaExpand(VmaMergeStruct vmg) {
      boolean dup =
          !removesNext(vmg) || kernel.path(Rmap.class).dupAnonVma(vmg.target(), vmg.next());
      return dup && super.vmaExpand(vmg);
    }
  }

  /** mm/mmap.c: {@code dup_anon_vma} asserts nothing. */
  public static class InRmap extends Rmap {

    public InRmap(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void assertMayHaveAnother(VmArea dst) {}
  }
}
