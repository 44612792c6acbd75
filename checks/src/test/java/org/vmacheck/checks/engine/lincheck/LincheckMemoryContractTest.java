package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.MemoryContract;

class LincheckMemoryContractTest extends MemoryContract {

  @Override
  protected void run(Consumer<Memory> thread) {
    assertThat(Programs.alone(thread).counterexample().map(Counterexample::summary)).isEmpty();
  }
}
