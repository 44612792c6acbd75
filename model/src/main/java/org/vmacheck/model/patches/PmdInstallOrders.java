package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.release.Mutant;

/** Without it, a walk that takes no lock may find what the page held before. */
@Mutant("pmd_install() orders the contents of a table before its address")
public class PmdInstallOrders extends PteMap {

  public PmdInstallOrders(Memory memory) {
    super(memory);
  }

  @Override
  protected void orderContents() {}
}
