package org.vmacheck.model.patches;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.ExitMmap;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.Ksm;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the tree of the child is a copy of that of the parent, whose VMAs are replaced one by
 * one. A fork that fails leaves a marker where it stopped, with the VMAs of the parent behind it,
 * and drops its locks; {@code exit_mmap()} comes as far as the marker.
 */
@Commit(
    id = "43873af772f8",
    release = "7.0",
    sentence = "a fork that fails takes its copy down before it unlocks it, and leaves no marker")
public final class TearDownInFork {

  private TearDownInFork() {}

  /** mm/mmap.c: {@code dup_mmap}. */
  public static class InFork extends Fork {

    public InFork(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void beginDup(MmStruct mm, MmStruct oldmm) {
      kernel.path(VmaIterator.class).mtDup(mm, oldmm);
    }

    @Override
    protected void leaveOut(MmStruct mm, VmArea mpnt) {
      kernel.path(VmaIterator.class).vmaIterClear(mm, mpnt.vmStart.plain(), mpnt.vmEnd.plain());
    }

    @Override
    protected void endDup(MmStruct mm, MmStruct oldmm, Duplicated done) {
      if (done.error() == 0) {
        kernel.path(Ksm.class).ksmFork(mm, oldmm);
        return;
      }
      VmArea mpnt = done.mpnt();
      if (mpnt != null) {
        kernel.path(VmaIterator.class).masStoreZero(mm, mpnt.vmStart.plain(), mpnt.vmEnd.plain());
      }
      mm.flags.setBit(MmStruct.MMF_OOM_SKIP);
      mm.flags.setBit(MmStruct.MMF_UNSTABLE);
    }
  }

  /** mm/mmap.c: {@code exit_mmap}, which stops at the marker. */
  public static class InExitMmap extends ExitMmap {

    public InExitMmap(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected List<VmArea> vmas(MmStruct mm) {
      return kernel.path(VmaIterator.class).vmaIterLoad(mm).entries().stream()
          .takeWhile(entry -> !entry.isZero())
          .map(VmaTree.Entry::vma)
          .toList();
    }
  }
}
