package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, the last reader leaves between the look and the word, and wakes nobody. */
@Mutant("A writer says that it sleeps before it looks whether it has to")
public class PublishBeforeTest extends SleepUntilWoken {

  public PublishBeforeTest(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean mayGoOn(MmStruct mm, VmArea vma, long target) {
    boolean done = vma.vmRefcnt.readOnce() == target;
    setCurrentState(mm);
    return done;
  }
}
