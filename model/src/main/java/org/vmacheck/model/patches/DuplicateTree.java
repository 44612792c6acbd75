package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Ksm;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the tree of the child has what was copied so far and nothing else: a fork that fails
 * leaves no marker and says nothing. KSM hears of the child first.
 */
@Commit(
    id = "d24062914837",
    release = "6.8",
    sentence = "fork copies the tree of the parent before it copies the VMAs")
public class DuplicateTree extends TearDownInFork.InFork {

  public DuplicateTree(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void beginDup(MmStruct mm, MmStruct oldmm) {
    kernel.path(Ksm.class).ksmFork(mm, oldmm);
  }

  @Override
  protected void leaveOut(MmStruct mm, VmArea mpnt) {}

  @Override
  protected void endDup(MmStruct mm, MmStruct oldmm, Duplicated done) {}
}
