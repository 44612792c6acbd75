package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Commit;

/**
 * Without it, as in 6.4, a fault in it uses the anon_vma, which is taken away again if there is no
 * memory for the rest.
 */
@Commit(
    id = "d8ab9f7b644a",
    release = "6.5",
    sentence = "a VMA that grows is write-locked before it takes over the anon_vma of another")
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

    @Override
    protected void lockMerging(VmArea vma) {}

    /** As {@code vma_prepare} does itself. */
    @Override
    protected void beforePrepare(VmArea... vmas) {
      for (VmArea vma : vmas) {
        kernel.path(VmaLock.class).vmaStartWrite(vma);
      }
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
