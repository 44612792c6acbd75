package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, the count of a refused reader stays, and a writer waits for it for ever. */
@Mutant("A reader that is refused counts itself out again")
public class RefusedReaderPuts extends VmaLockRefcount {

  public RefusedReaderPuts(Memory memory) {
    super(memory);
  }

  @Override
  protected void refuse(VmArea vma) {
    vma.vmlockDepMap.released();
  }
}
