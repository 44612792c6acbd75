package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Migrate;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a page moves that a device writes to.
 *
 * <pre>
 *   GUP-fast                          migrate_pages
 *     the entry maps a folio
 *     get a reference
 *     the entry is still there
 *                                       migration entries
 *                                       put another folio into the page cache
 * </pre>
 */
@Mutant("migration freezes the references that it knows of, and gives up if there are others")
public class FreezeReferences extends Migrate {

  public FreezeReferences(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean folioRefFreeze(Folio src, int expected) {
    return true;
  }

  @Override
  @Folded
  protected void folioRefUnfreeze(Folio src) {
    src.folioPut();
  }
}
