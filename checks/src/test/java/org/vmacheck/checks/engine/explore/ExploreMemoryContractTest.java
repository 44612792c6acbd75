package org.vmacheck.checks.engine.explore;

import java.util.function.Consumer;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.MemoryContract;

class ExploreMemoryContractTest extends MemoryContract {

  @Override
  protected void run(Consumer<Memory> thread) {
    OneThread.explore(thread);
  }
}
