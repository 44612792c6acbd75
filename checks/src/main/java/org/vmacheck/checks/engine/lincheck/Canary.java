package org.vmacheck.checks.engine.lincheck;

import java.util.List;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;

/**
 * A program that is wrong on purpose, judged before any other. Lincheck has passed racy code when
 * it could not instrument it; an engine that passes this one sees nothing.
 *
 * <p>Two threads look whether a flag is clear and then set it, each with the atomic {@code
 * set_bit}: both may find it clear. A switch between the look and the set is all it takes.
 */
final class Canary {

  private Canary() {}

  /**
   * Believes an engine only if it refuted the canary.
   *
   * @throws EngineFailure if the wrong program passed
   */
  static void listen(Verdict verdict) {
    if (verdict.answer() != Verdict.Answer.VIOLATED) {
      throw new EngineFailure(
          "lincheck passed a program that is wrong on purpose ("
              + verdict.executions()
              + " invocations): it does not see the memory's accesses, so it has no verdicts");
    }
  }

  static Program checkThenSet(Memory memory) {
    Word flags = memory.word("flags", 0);
    Operation claim =
        new Operation(
            "check_then_set",
            () -> {
              if (flags.testBit(0)) {
                return 0;
              }
              flags.setBit(0);
              return 1;
            });
    return new Program(
        List.of(KernelThread.of("A", claim), KernelThread.of("B", claim)),
        outcomes -> {
          if (outcomes.of(0, 0) + outcomes.of(1, 0) != 1) {
            throw new KernelBug(KernelBug.Kind.INVARIANT, "claim", "two threads won the flag");
          }
        });
  }
}
