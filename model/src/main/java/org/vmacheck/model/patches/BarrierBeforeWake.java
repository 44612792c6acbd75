package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.release.Mutant;

/** Without it, a reader may look for a sleeper before it has left. */
@Mutant("rcuwait_wake_up() has a full barrier before it looks for a sleeper")
public class BarrierBeforeWake extends SleepUntilWoken {

  public BarrierBeforeWake(Memory memory) {
    super(memory);
  }

  @Override
  protected void beforeLook() {
    // Nothing orders the two.
  }
}
