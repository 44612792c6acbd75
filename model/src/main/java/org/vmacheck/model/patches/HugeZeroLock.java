package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.ops.HugeZeroFolio;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as before the fix, each of the two is atomic by itself.
 *
 * <pre>
 *   shrinker                          fault
 *     refcount 1 to 0, folio to NULL
 *                                       no folio: allocate one
 *                                       folio, its pfn, refcount to 2
 *     pfn to none
 * </pre>
 */
@Mutant("The huge zero folio and its frame number change together, under huge_zero_lock")
public class HugeZeroLock extends HugeZeroFolio {

  public HugeZeroLock(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean install(long allocated) {
    if (folio.cmpxchg(NONE, allocated) != NONE) {
      return false;
    }
    pfn.writeOnce(allocated);
    refcount.storeRelease(2);
    return true;
  }

  @Override
  public void shrink() {
    if (refcount.cmpxchg(1, 0) == 1) {
      folio.xchg(NONE);
      pfn.writeOnce(NONE);
    }
  }
}
