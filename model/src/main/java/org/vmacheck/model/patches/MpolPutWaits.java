package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.Mempolicy;
import org.vmacheck.model.ops.Mbind;
import org.vmacheck.model.release.Mutant;

/** Without it, it is freed at once, and only who holds a lock on its VMA can rely on it. */
@Mutant("A policy is freed when nobody can still be looking at it without a lock")
public class MpolPutWaits extends Mbind {

  public MpolPutWaits(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void mpolPut(Mempolicy policy) {
    kernel.memory().free(policy);
  }
}
