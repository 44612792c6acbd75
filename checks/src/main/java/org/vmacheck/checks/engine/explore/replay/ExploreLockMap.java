package org.vmacheck.checks.engine.explore.replay;

import org.vmacheck.model.memory.LockMap;

/** A lock that the model builds from words: bookkeeping of the running thread, never a step. */
final class ExploreLockMap implements LockMap {

  private final ExploreMemory memory;
  private final String name;

  ExploreLockMap(ExploreMemory memory, String name) {
    this.memory = memory;
    this.name = name;
  }

  @Override
  public void acquiredRead() {
    memory.held().add(this, name, false);
  }

  @Override
  public void acquiredWrite() {
    memory.held().add(this, name, true);
  }

  @Override
  public void released() {
    memory.held().remove(this);
  }

  @Override
  public boolean heldByMe() {
    return memory.held().any(this);
  }

  @Override
  public boolean writeHeldByMe() {
    return memory.held().write(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
