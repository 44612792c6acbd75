package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.release.Releases;

/** Loops that others keep going are cut at a bound, those that nobody ends are found. */
class BoundsTest {

  private static Verdict judge(Setup setup, MemoryModelName model) {
    return new ExploreEngine().judge(setup, Settings.defaults().withModel(model));
  }

  private static Setup threads(Function<Memory, List<Runnable>> make) {
    return memory -> {
      List<KernelThread> threads = new ArrayList<>();
      for (Runnable body : make.apply(memory)) {
        Operation run =
            new Operation(
                "run",
                () -> {
                  body.run();
                  return 0;
                });
        threads.add(KernelThread.of("T" + threads.size(), run));
      }
      return new Program(threads, outcomes -> {});
    };
  }

  private static void holdsWithinOneRestart(Verdict verdict) {
    assertThat(verdict.counterexample().map(Counterexample::summary)).isEmpty();
    assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
    assertThat(verdict.exhaustive()).isFalse();
    assertThat(verdict.executions()).isPositive();
    assertThat(verdict.detail())
        .startsWith("within a bound, every execution under ")
        .containsPattern("[1-9][0-9]* cut at 1 restart of a system call$");
  }

  /** Zap and refault may alternate for ever, in the kernel too, but any of the two may win. */
  @ParameterizedTest
  @EnumSource(names = {"SC", "TSO"})
  void guardInstallAgainstTouchesOfThePageHoldsWithinABound(MemoryModelName model) {
    Setup setup =
        PageProgram.on(
            Releases.newest(),
            PageReader.read(
                "page",
                """
                init { mmap(0, 2, PROT_READ|PROT_WRITE); write(0); }
                P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
                P1 { read(0); }
                forall guard(0)
                """));

    Verdict verdict = judge(setup, model);
    holdsWithinOneRestart(verdict);
  }

  @ParameterizedTest
  @EnumSource
  void twoThreadsThatUndoEachOthersWorkAreCut(MemoryModelName model) {
    holdsWithinOneRestart(
        judge(
            threads(
                memory -> {
                  Word owner = memory.word("owner", 0);
                  return List.of(() -> claim(memory, owner, 1), () -> claim(memory, owner, 2));
                }),
            model));
  }

  private static void claim(Memory memory, Word owner, long me) {
    owner.xchg(me);
    while (owner.readOnce() != me) {
      memory.restartSyscall();
      owner.xchg(me);
    }
  }

  @ParameterizedTest
  @EnumSource
  void restartsThatNobodyEndsAreAFinding(MemoryModelName model) {
    Verdict verdict =
        judge(
            threads(
                memory -> {
                  Word x = memory.word("x", 0);
                  return List.of(
                      () -> {
                        while (x.readOnce() != 2) {
                          memory.restartSyscall();
                        }
                      },
                      () -> x.writeOnce(1));
                }),
            model);

    Counterexample found = verdict.counterexample().orElseThrow();
    assertThat(found.finding()).hasToString("non_termination");
    assertThat(found.summary())
        .isEqualTo(
            "more than 1 restart of a system call in T0, and no end of it when the thread runs"
                + " alone");
  }

  @ParameterizedTest
  @EnumSource
  void restartsThatTheOtherThreadEndsAreNone(MemoryModelName model) {
    holdsWithinOneRestart(
        judge(
            threads(
                memory -> {
                  Word x = memory.word("x", 0);
                  return List.of(
                      () -> {
                        while (x.readOnce() != 2) {
                          memory.restartSyscall();
                        }
                      },
                      () -> x.writeOnce(2));
                }),
            model));
  }

  @Test
  void eachSystemCallOfAThreadHasItsOwnRestarts() {
    Setup setup =
        memory -> {
          Word x = memory.word("x", 0);
          Operation once =
              new Operation(
                  "once",
                  () -> {
                    memory.restartSyscall();
                    return x.readOnce();
                  });
          return new Program(List.of(KernelThread.of("T0", once, once, once)), outcomes -> {});
        };

    assertThat(judge(setup, MemoryModelName.SC).exhaustive()).isTrue();
  }

  /** Its second half reads what its first half read. */
  @Test
  void aSpinOnAValueThatStaysIsAFindingAlsoIfItsWriterCouldEndIt() {
    Verdict verdict =
        judge(
            threads(
                memory -> {
                  Word x = memory.word("x", 0);
                  return List.of(
                      () -> {
                        while (x.readOnce() != 2) {
                          Thread.onSpinWait();
                        }
                      },
                      () -> {
                        x.writeOnce(1);
                        x.writeOnce(2);
                      });
                }),
            MemoryModelName.SC);

    assertThat(verdict.counterexample().orElseThrow().summary())
        .isEqualTo("more than 1000 accesses of one thread in T0");
  }
}
