package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.RmapWalk;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a migration maps the page wherever it could be mapped.
 *
 * <pre>
 *   migrate_pages                     munmap
 *                                       empty the table
 *     i_mmap_rwsem, ptl: make an entry
 *                                       leave the reverse maps
 *                                       free the table, and the entry with it
 * </pre>
 */
@Mutant("who holds a reverse-map lock only makes no entry where there was none")
public class RmapMakesNoEntry extends RmapWalk {

  public RmapMakesNoEntry(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean waitsFor(long pte, Folio src) {
    return pte == Pte.NONE || super.waitsFor(pte, src);
  }
}
