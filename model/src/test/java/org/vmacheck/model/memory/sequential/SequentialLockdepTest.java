package org.vmacheck.model.memory.sequential;

import java.util.function.Consumer;
import org.vmacheck.model.memory.LockdepContract;
import org.vmacheck.model.memory.Memory;

class SequentialLockdepTest extends LockdepContract {

  @Override
  protected void run(Consumer<Memory> thread) {
    thread.accept(new SequentialMemory());
  }
}
