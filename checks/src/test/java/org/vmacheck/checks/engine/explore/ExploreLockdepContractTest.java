package org.vmacheck.checks.engine.explore;

import java.util.function.Consumer;
import org.vmacheck.model.memory.LockdepContract;
import org.vmacheck.model.memory.Memory;

class ExploreLockdepContractTest extends LockdepContract {

  @Override
  protected void run(Consumer<Memory> thread) {
    OneThread.explore(thread);
  }
}
