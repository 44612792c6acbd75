package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.SpinLock;

/** A spin lock: a cell that is 0, or one more than the number of the thread that holds it. */
final class ExploreSpinLock implements SpinLock {

  private final ExploreMemory memory;
  private final int cell;

  ExploreSpinLock(ExploreMemory memory, int cell) {
    this.memory = memory;
    this.cell = cell;
  }

  static String text(long state) {
    return state == 0 ? "free" : "taken";
  }

  @Override
  public void lock() {
    if (heldByMe()) {
      throw new KernelBug(
          KernelBug.Kind.RECURSIVE_LOCK, toString(), "spin_lock by the thread that holds it");
    }
    if (!memory.atEnd()) {
      long me = memory.thread() + 1L;
      memory.takeSpinLock(cell, value -> value == 0, value -> me);
    }
    memory.held().add(this, toString(), true);
  }

  @Override
  public void unlock() {
    if (!memory.held().remove(this)) {
      throw new KernelBug(
          KernelBug.Kind.UNLOCK_NOT_HELD, toString(), "spin_unlock by a thread without it");
    }
    if (!memory.atEnd()) {
      memory.release(cell, 0);
    }
  }

  @Override
  public boolean heldByMe() {
    return memory.held().any(this);
  }

  @Override
  public String toString() {
    return memory.name(cell);
  }
}
