package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.release.Commit;

/** Before it, fork waits for the readers of a VMA whatever happens to it. */
@Commit(
    id = "vma_start_write_killable() in dup_mmap()",
    release = "6.19",
    sentence = "a fatal signal ends the wait of fork() for the readers of a VMA")
public class KillableFork extends Fork {

  public KillableFork(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean startWrite(VmArea mpnt) {
    kernel.path(VmaLock.class).vmaStartWrite(mpnt);
    return true;
  }
}
