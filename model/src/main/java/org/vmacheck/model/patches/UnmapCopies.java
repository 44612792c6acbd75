package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Truncate;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a private copy of a truncated page stays.
 *
 * <pre>
 *   write fault                       truncate
 *     folio lock: in the file
 *                                       shorten the file, empty the tables
 *     makes a copy, unlocks the folio
 *                                       folio lock: not mapped, remove it
 * </pre>
 */
@Mutant("truncate_pagecache() empties the tables once more when the pages have left the page cache")
public class UnmapCopies extends Truncate {

  public UnmapCopies(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void unmapCopies(AddressSpace mapping, int pages) {
    // Once is enough.
  }
}
