package org.vmacheck.checks.engine.explore;

import java.util.List;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;

/**
 * Programs that are known to be wrong, one a memory model. An explorer that finds nothing in them
 * has seen nothing, and no verdict of it is worth anything.
 */
final class Canary {

  private Canary() {}

  /** Makes sure that what is wrong under a model is found. */
  static void prove(MemoryModelName model) {
    Setup wrong =
        switch (model) {
          case SC -> Canary::lostUpdate;
          case TSO -> Canary::storeBuffering;
          case LKMM -> Canary::messagePassing;
        };
    Verdict verdict = ExploreEngine.verdict(wrong, Settings.defaults().withModel(model));
    if (verdict.answer() != Answer.VIOLATED) {
      throw new EngineFailure(
          "the explorer overlooks a known violation under "
              + model.name()
              + "; its verdicts are void");
    }
  }

  /** Two increments that are no read-modify-writes: one may get lost. */
  static Program lostUpdate(Memory memory) {
    Word counter = memory.word("counter", 0);
    Operation increment =
        new Operation(
            "counter++",
            () -> {
              counter.writeOnce(counter.readOnce() + 1);
              return 0;
            });
    return new Program(
        List.of(KernelThread.of("A", increment), KernelThread.of("B", increment)),
        outcomes -> require(counter.readOnce() == 2, "counter", "an increment was lost"));
  }

  /** Both threads write and then read what the other wrote: both may read the old value. */
  static Program storeBuffering(Memory memory) {
    Word x = memory.word("x", 0);
    Word y = memory.word("y", 0);
    return new Program(
        List.of(
            KernelThread.of("A", new Operation("x = 1; read y", () -> exchange(x, y))),
            KernelThread.of("B", new Operation("y = 1; read x", () -> exchange(y, x)))),
        outcomes ->
            require(outcomes.of(0, 0) + outcomes.of(1, 0) > 0, "SB", "both read the old value"));
  }

  private static long exchange(Word mine, Word theirs) {
    mine.writeOnce(1);
    return theirs.readOnce();
  }

  /** Data and then a flag, without order: the flag may be seen before the data. */
  static Program messagePassing(Memory memory) {
    Word data = memory.word("data", 0);
    Word flag = memory.word("flag", 0);
    return new Program(
        List.of(
            KernelThread.of(
                "A",
                new Operation(
                    "data = 1; flag = 1",
                    () -> {
                      data.writeOnce(1);
                      flag.writeOnce(1);
                      return 0;
                    })),
            KernelThread.of(
                "B",
                new Operation("read flag", flag::readOnce),
                new Operation("read data", data::readOnce))),
        outcomes ->
            require(
                outcomes.of(1, 0) == 0 || outcomes.of(1, 1) == 1, "MP", "the flag without data"));
  }

  private static void require(boolean condition, String name, String detail) {
    if (!condition) {
      throw new KernelBug(KernelBug.Kind.INVARIANT, name, detail);
    }
  }
}
