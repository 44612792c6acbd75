package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.model.memory.LockdepContract;
import org.vmacheck.model.memory.Memory;

class LincheckLockdepContractTest extends LockdepContract {

  @Override
  protected void run(Consumer<Memory> thread) {
    assertThat(Programs.alone(thread).counterexample().map(Counterexample::summary)).isEmpty();
  }
}
