package org.vmacheck.model.memory.sequential;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.LockMap;

/** What the one thread says about a lock that is built from words. */
final class SequentialLockMap implements LockMap {

  private final Slot slot;
  private final String name;
  private int reads;
  private int writes;

  SequentialLockMap(Slot slot, String name) {
    this.slot = slot;
    this.name = name;
  }

  @Override
  public void acquiredRead() {
    reads++;
  }

  @Override
  public void acquiredWrite() {
    writes++;
  }

  @Override
  public void released() {
    if (reads > 0) {
      reads--;
    } else if (writes > 0) {
      writes--;
    } else {
      throw new KernelBug(
          KernelBug.Kind.UNLOCK_NOT_HELD, slot.cell(name), "given back without holding it");
    }
  }

  @Override
  public boolean heldByMe() {
    return reads + writes > 0;
  }

  @Override
  public boolean writeHeldByMe() {
    return writes > 0;
  }
}
