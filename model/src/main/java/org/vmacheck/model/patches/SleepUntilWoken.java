package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.release.Proposal;

/**
 * The wake-up in full ({@code rcuwait_wait_event}, {@code rcuwait_wake_up}), which without it is a
 * wait for the count itself. The pointer to the sleeping task and the task's state are one word.
 */
@Proposal("the writer that waits for readers sleeps until one of them wakes it")
public class SleepUntilWoken extends VmaLockRefcount {

  private static final long NOBODY = 0;
  private static final long SLEEPS = 1;
  private static final long RUNNING = 2;

  public SleepUntilWoken(Memory memory) {
    super(memory);
  }

  @Override
  protected void waitForReaders(MmStruct mm, VmArea vma, long target) {
    while (!mayGoOn(mm, vma, target)) {
      memory.await(() -> mm.vmaWriterWait.readOnce() == RUNNING);
    }
    mm.vmaWriterWait.writeOnce(NOBODY);
  }

  /** One round: says that it sleeps, and then looks whether it need not. */
  @Folded
  protected boolean mayGoOn(MmStruct mm, VmArea vma, long target) {
    setCurrentState(mm);
    return vma.vmRefcnt.readOnce() == target;
  }

  /** {@code set_current_state}: with a full barrier. */
  @Folded
  protected void setCurrentState(MmStruct mm) {
    storeState(mm);
    memory.smpMb();
  }

  @Folded
  protected final void storeState(MmStruct mm) {
    mm.vmaWriterWait.writeOnce(SLEEPS);
  }

  @Override
  protected void rcuwaitWakeUp(MmStruct mm) {
    beforeLook();
    if (mm.vmaWriterWait.readOnce() == SLEEPS) {
      mm.vmaWriterWait.cmpxchg(SLEEPS, RUNNING);
    }
  }

  @Folded
  protected void beforeLook() {
    memory.smpMb();
  }
}
