package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.model.memory.Memory;

/** A program of one thread, which has exactly one execution. */
final class OneThread {

  private OneThread() {}

  /** Runs it as the explorer does: again from its start for each further access. */
  static void explore(Consumer<Memory> thread) {
    Verdict verdict =
        new ExploreEngine().judge(memory -> program(memory, thread), Settings.defaults());
    assertThat(verdict.counterexample().map(Counterexample::summary)).isEmpty();
    assertThat(verdict.executions()).isEqualTo(1);
  }

  private static Program program(Memory memory, Consumer<Memory> thread) {
    memory.rcu();
    Operation run =
        new Operation(
            "run",
            () -> {
              thread.accept(memory);
              return 0;
            });
    return new Program(List.of(KernelThread.of("A", run)), outcomes -> {});
  }
}
