package org.vmacheck.model.memory.hardware;

import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.vmacheck.model.memory.LockdepContract;
import org.vmacheck.model.memory.Memory;

/** The timeout only ends a test that hangs, as on a lock that was not found to be held. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HardwareLockdepTest extends LockdepContract {

  @Override
  protected void run(Consumer<Memory> thread) {
    thread.accept(new HardwareMemory());
  }
}
