package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.ops.Migrate;
import org.vmacheck.model.release.Mutant;

/** It may have been truncated, or replaced, before the lock was there. */
@Mutant("migrate_pages() looks whether the folio that it has locked is still in the page cache")
public class RecheckMigrated extends Migrate {

  public RecheckMigrated(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isStillThere(Pointer<Folio> slot, Folio src) {
    return true;
  }
}
