package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, the dirty and accessed bits are lost that the MMU sets in between; in this model, so
 * is the store.
 *
 * <pre>
 *   PAGEMAP_SCAN                      user
 *     load the entry
 *                                       store: the MMU sets the dirty bit
 *     store the entry without write access
 * </pre>
 */
@Mutant("PAGEMAP_SCAN takes a huge entry away before it stores it again with less access")
public class ProtectInOneStep extends Hugetlb {

  public ProtectInOneStep(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void makeUffdWpHugePte(Word pte) {
    long old = pte.readOnce();
    if (Pte.isPresent(old)) {
      pte.writeOnce(Pte.withProtection(old, 0));
    }
  }
}
