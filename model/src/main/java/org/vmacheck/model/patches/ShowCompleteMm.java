package org.vmacheck.model.patches;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.ExitMmap;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.Ksm;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as in 6.8 to 6.11, they hear of it at the beginning. Its tree is a copy of that of
 * the parent by then, whose VMAs are replaced one by one, and if there is no memory for one of
 * them, the locks are dropped with the rest still in it.
 */
@Mutant("fork tells KSM and khugepaged of a child when it is complete")
public final class ShowCompleteMm {

  private ShowCompleteMm() {}

  /** kernel/fork.c: {@code dup_mmap}. */
  public static class InFork extends Fork {

    public InFork(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void beginDup(MmStruct mm, MmStruct oldmm) {
      kernel.path(Ksm.class).ksmFork(mm, oldmm);
      mm.mmMt.rcuAssignPointer(kernel.path(VmaIterator.class).vmaIterLoad(oldmm));
    }

    @Override
    protected void endDup(MmStruct mm, MmStruct oldmm, Duplicated done) {}
  }

  /** mm/mmap.c: what is the child's own goes. */
  public static class InExitMmap extends ExitMmap {

    public InExitMmap(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected List<VmArea> vmas(MmStruct mm) {
      return super.vmas(mm).stream().filter(vma -> mm.equals(vma.vmMm.plain())).toList();
    }
  }
}
