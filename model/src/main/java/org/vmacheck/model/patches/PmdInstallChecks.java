package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/** Without it, a table that somebody else has linked and filled is lost. */
@Mutant("pmd_install() links a table only if none is linked")
public class PmdInstallChecks extends PteMap {

  public PmdInstallChecks(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean pmdInstall(Pmd pmd, PteTable table) {
    pmd.pmdLock();
    pmd.entry.writeOnce(table);
    pmd.pmdUnlock();
    return true;
  }
}
