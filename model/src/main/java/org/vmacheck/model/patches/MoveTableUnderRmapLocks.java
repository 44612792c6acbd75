package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.ops.VmaRemap;
import org.vmacheck.model.release.Mutant;

/**
 * Without them, a walk that has found the table goes on in it, and flushes the address that the
 * table had, while a processor already uses the new one.
 *
 * <pre>
 *   migrate_pages                     mremap                        user
 *     the table of the old address
 *                                       move the table
 *                                                                     use the new address
 *     clear the entry
 *     flush the old address
 *     free the page
 *                                                                     use the new address
 * </pre>
 */
@Mutant("mremap holds the rmap locks for writing while it moves a whole page table")
public class MoveTableUnderRmapLocks extends MoveVma {

  public MoveTableUnderRmapLocks(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void takeRmapLocksOfTable(VmaRemap vrm) {}

  @Override
  @Folded
  protected void dropRmapLocksOfTable(VmaRemap vrm) {}
}
