package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockSemaphoreSeqcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.release.Commit;

/**
 * Before it, each VMA has a reader-writer semaphore, which a writer holds only while it stores the
 * number, and a flag that says that it is no longer in the tree.
 */
@Commit(
    id = "f35ab95ca0af",
    release = "6.15",
    sentence = "vm_refcnt counts the readers of a VMA, in place of a semaphore and a detached flag")
public class VmRefcnt extends VmaLockSemaphoreSeqcount {

  public VmRefcnt(Memory memory) {
    super(memory);
  }
}
