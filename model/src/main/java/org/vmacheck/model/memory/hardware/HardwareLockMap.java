package org.vmacheck.model.memory.hardware;

import org.vmacheck.model.memory.LockMap;

/** Names a lock that is built from words; who holds it stands in {@link HeldLocks}. */
final class HardwareLockMap implements LockMap {

  private final String name;

  HardwareLockMap(String name) {
    this.name = name;
  }

  @Override
  public void acquiredRead() {
    HeldLocks.mine().acquiredRead(this);
  }

  @Override
  public void acquiredWrite() {
    HeldLocks.mine().acquiredWrite(this);
  }

  @Override
  public void released() {
    HeldLocks.mine().released(this);
  }

  @Override
  public boolean heldByMe() {
    return HeldLocks.mine().holds(this);
  }

  @Override
  public boolean writeHeldByMe() {
    return HeldLocks.mine().holdsWrite(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
