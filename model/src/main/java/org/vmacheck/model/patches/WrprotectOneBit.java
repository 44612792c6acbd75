package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, the entry is stored as it was read, and what user space stored in between is lost.
 */
@Mutant(
    "ptep_set_wrprotect() takes the write bit from the entry and leaves what the MMU sets meanwhile")
public class WrprotectOneBit extends Fork {

  public WrprotectOneBit(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected long ptepSetWrprotect(Word pte, long seen) {
    pte.writeOnce(seen & ~Pte.WRITABLE);
    return seen;
  }
}
