package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, the look may come first. */
@Mutant("Between the word that a writer sleeps and its look at the count is a full barrier")
public class BarrierBeforeTest extends SleepUntilWoken {

  public BarrierBeforeTest(Memory memory) {
    super(memory);
  }

  @Override
  protected void setCurrentState(MmStruct mm) {
    storeState(mm);
  }
}
