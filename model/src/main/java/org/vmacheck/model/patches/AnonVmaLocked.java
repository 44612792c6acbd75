package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a walk sees a range that is half changed, and a VMA that joins or leaves is
 * forgotten.
 */
@Mutant("what hangs on an anon_vma, and the ranges of those VMAs, change under its lock")
public class AnonVmaLocked extends Rmap {

  public AnonVmaLocked(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void anonVmaLockWrite(AnonVma anonVma) {
    // mmap_lock is another one in each process of the family.
  }

  @Override
  @Folded
  protected void anonVmaUnlockWrite(AnonVma anonVma) {
    // Not taken.
  }
}
