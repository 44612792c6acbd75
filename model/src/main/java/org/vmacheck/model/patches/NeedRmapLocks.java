package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a walk misses an entry, and what it should have found is a migration entry for ever.
 *
 * <pre>
 *   migrate_pages                     mremap
 *     tables hold migration entries
 *     walk: the destination is empty
 *                                       move the entry from the source
 *     walk: the source is empty
 * </pre>
 */
@Mutant("mremap holds the rmap locks where a walk meets the destination first")
public class NeedRmapLocks extends MoveVma {

  public NeedRmapLocks(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean needRmapLocks(VmArea merged, VmArea source) {
    return false;
  }
}
