package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Mutant;

/** Without it, a page that somebody has written there is lost. */
@Mutant("Guard removal clears guard markers and nothing else")
public class RemoveOnlyMarkers extends GuardRegions {

  public RemoveOnlyMarkers(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void guardRemovePteEntry(Word pte) {
    pte.writeOnce(Pte.NONE);
  }
}
