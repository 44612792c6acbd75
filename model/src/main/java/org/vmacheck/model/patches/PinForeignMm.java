package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, that mm may be freed before its sleeping writer is looked for. */
@Mutant("vma_start_read() pins the mm that a VMA belongs to by now while it drops its reference")
public class PinForeignMm extends VmaLockRefcount {

  public PinForeignMm(Memory memory) {
    super(memory);
  }

  @Override
  protected void putForeign(VmArea vma, MmStruct owner) {
    memory.rcu().readUnlock();
    vmaEndRead(vma);
  }
}
