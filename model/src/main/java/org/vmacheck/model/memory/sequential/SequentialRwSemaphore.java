package org.vmacheck.model.memory.sequential;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.RwSemaphore;

/** A reader-writer semaphore that only lockdep looks at. */
final class SequentialRwSemaphore implements RwSemaphore {

  private final Slot slot;
  private final String name;
  private int readers;
  private boolean writer;

  SequentialRwSemaphore(Slot slot, String name) {
    this.slot = slot;
    this.name = name;
  }

  @Override
  public void downRead() {
    mustNotHold("down_read");
    readers = 1;
  }

  /** The thread's own hold counts like anybody's: a write hold refuses, a read hold does not. */
  @Override
  public boolean downReadTrylock() {
    slot.access(name);
    if (writer) {
      return false;
    }
    readers++;
    return true;
  }

  @Override
  public void upRead() {
    mustHold("up_read", readers > 0);
    readers--;
  }

  @Override
  public void downWrite() {
    mustNotHold("down_write");
    writer = true;
  }

  @Override
  public void upWrite() {
    mustHold("up_write", writer);
    writer = false;
  }

  @Override
  public void downgradeWrite() {
    mustHold("downgrade_write", writer);
    writer = false;
    readers = 1;
  }

  @Override
  public boolean heldByMe() {
    return writer || readers > 0;
  }

  @Override
  public boolean writeHeldByMe() {
    return writer;
  }

  private void mustNotHold(String function) {
    slot.access(name);
    if (heldByMe()) {
      throw new KernelBug(
          KernelBug.Kind.RECURSIVE_LOCK,
          slot.cell(name),
          function + " by the thread that holds it");
    }
  }

  private void mustHold(String function, boolean held) {
    slot.access(name);
    if (!held) {
      throw new KernelBug(
          KernelBug.Kind.UNLOCK_NOT_HELD, slot.cell(name), function + " without holding it");
    }
  }
}
