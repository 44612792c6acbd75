package org.vmacheck.model.memory.sequential;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.SpinLock;

/** A spin lock that only lockdep looks at. */
final class SequentialSpinLock implements SpinLock {

  private final Slot slot;
  private final String name;
  private boolean held;

  SequentialSpinLock(Slot slot, String name) {
    this.slot = slot;
    this.name = name;
  }

  @Override
  public void lock() {
    slot.access(name);
    if (held) {
      throw new KernelBug(
          KernelBug.Kind.RECURSIVE_LOCK, slot.cell(name), "spin_lock by the thread that holds it");
    }
    held = true;
  }

  @Override
  public void unlock() {
    slot.access(name);
    if (!held) {
      throw new KernelBug(
          KernelBug.Kind.UNLOCK_NOT_HELD, slot.cell(name), "spin_unlock without holding it");
    }
    held = false;
  }

  @Override
  public boolean heldByMe() {
    return held;
  }
}
