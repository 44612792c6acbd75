package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.ops.Mremap;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.ops.VmaRemap;
import org.vmacheck.model.release.Commit;

/**
 * Before it, an unfaulted source may merge with its own copy, a locked one is unlocked beyond what
 * was moved, and one that moved as a whole keeps its page offset.
 */
@Commit(
    id = "rework of MREMAP_DONTUNMAP",
    release = "7.2",
    stable = "6.12",
    sentence = "MREMAP_DONTUNMAP keeps the source apart from its copy")
public final class KeepSourceOfDontunmap {

  private KeepSourceOfDontunmap() {}

  /** {@code prep_move_vma} and {@code dontunmap_complete}. */
  public static class Source extends Mremap {

    public Source(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void prepMoveVma(VmaRemap vrm) {
      // Nothing is split ahead of time.
    }

    @Override
    protected void dontunmapComplete(VmaRemap vrm, VmArea copy) {
      VmArea vma = vrm.vma();
      kernel.path(VmaFlagAccess.class).vmaClearFlagsMask(vma, VmFlags.LOCKED_MASK);
      if (copy != vma && vrm.isWholeVma()) {
        kernel.path(Rmap.class).unlinkAnonVmas(vma);
      }
    }
  }

  /** {@code copy_vma}. */
  public static class Copy extends MoveVma {

    public Copy(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void forbidSelfMerge(VmaMergeStruct vmg, VmArea source) {
      // It is allowed.
    }
  }
}
