package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.ExitMmap;
import org.vmacheck.model.release.Mutant;

/** Without it, what is freed looks attached to a stale reader, who can lock it. */
@Mutant("exit_mmap() detaches each VMA before it frees it")
public class ExitDetaches extends ExitMmap {

  public ExitDetaches(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void detach(VmArea vma) {}
}
