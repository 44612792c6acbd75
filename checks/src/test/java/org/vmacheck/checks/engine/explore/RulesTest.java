package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/** Programs that tell one rule of the explorer from what it would do without it. */
class RulesTest {

  private static Verdict judge(MemoryModelName model, Function<Memory, List<Runnable>> threads) {
    Setup setup =
        memory -> {
          List<KernelThread> bodies = new ArrayList<>();
          for (Runnable body : threads.apply(memory)) {
            Operation run =
                new Operation(
                    "run",
                    () -> {
                      body.run();
                      return 0;
                    });
            bodies.add(KernelThread.of("T" + bodies.size(), run));
          }
          return new Program(bodies, outcomes -> {});
        };
    return new ExploreEngine().judge(setup, Settings.defaults().withModel(model));
  }

  /** Else each value that comes before the one waited for would be a blocked execution. */
  @ParameterizedTest
  @EnumSource
  void aWaitThatSomebodyEndsReadsNothingElse(MemoryModelName model) {
    Verdict verdict =
        judge(
            model,
            memory -> {
              Word x = memory.word("x", 0);
              return List.of(
                  () -> memory.await(() -> x.readOnce() == 2),
                  () -> {
                    x.writeOnce(1);
                    x.writeOnce(2);
                  });
            });

    assertThat(verdict.executions()).isEqualTo(1);
    assertThat(verdict.blocked()).isZero();
  }

  /** What {@code smp_wmb()} orders is the write; a compiler may read what is written plainly. */
  @Test
  void aPlainWriteBeforeAWmbRacesWithALaterPlainWrite() {
    Counterexample race =
        judge(MemoryModelName.LKMM, memory -> writesInOrder(memory, memory::smpWmb))
            .counterexample()
            .orElseThrow();

    assertThat(race.finding()).hasToString("data_race x");
    assertThat(judge(MemoryModelName.LKMM, m -> writesInOrder(m, m::smpMb)).exhaustive()).isTrue();
  }

  private static List<Runnable> writesInOrder(Memory memory, Runnable fence) {
    Word x = memory.word("x", 0);
    Word y = memory.word("y", 0);
    return List.of(
        () -> {
          x.plain(1);
          fence.run();
          y.writeOnce(1);
        },
        () -> {
          if (y.loadAcquire() == 1) {
            x.plain(2);
          }
        });
  }

  @Test
  void aPlainReadSeesWhatIsVisibleToIt() {
    Verdict verdict =
        judge(
            MemoryModelName.LKMM,
            memory -> {
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              return List.of(
                  () -> {
                    x.plain(1);
                    memory.smpWmb();
                    y.writeOnce(1);
                  },
                  () -> {
                    if (y.loadAcquire() == 1 && x.plain() == 0) {
                      throw new KernelBug(KernelBug.Kind.ASSERTION, "seen", "not yet");
                    }
                  });
            });

    assertThat(verdict.counterexample().map(Counterexample::summary)).isEmpty();
    assertThat(verdict.executions()).isEqualTo(2);
  }

  /** Who comes second into the lock passes on, with its own write, what the first one wrote. */
  @ParameterizedTest
  @EnumSource
  void aLockPassedOnOrdersTheWritesOfItsHoldersForEverybody(MemoryModelName model) {
    Verdict verdict =
        judge(
            model,
            memory -> {
              SpinLock lock = memory.spinLock("lock");
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              return List.of(
                  () -> {
                    lock.lock();
                    x.writeOnce(1);
                    lock.unlock();
                  },
                  () -> {
                    lock.lock();
                    if (x.readOnce() == 1) {
                      y.writeOnce(1);
                    }
                    lock.unlock();
                  },
                  () -> {
                    if (y.loadAcquire() == 1 && x.readOnce() == 0) {
                      throw new KernelBug(KernelBug.Kind.ASSERTION, "seen", "out of order");
                    }
                  });
            });

    assertThat(verdict.counterexample().map(Counterexample::summary)).isEmpty();
    assertThat(verdict.exhaustive()).isTrue();
  }

  /** The reader's section began before the grace period did, and must not see what comes after. */
  @ParameterizedTest
  @EnumSource
  void aFindingInWhatAGracePeriodForbidsIsNone(MemoryModelName model) {
    Verdict verdict =
        judge(
            model,
            memory -> {
              memory.rcu();
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              return List.of(
                  () -> {
                    memory.rcu().readLock();
                    long first = x.readOnce();
                    if (y.readOnce() == 1 && first == 0) {
                      throw new KernelBug(KernelBug.Kind.ASSERTION, "seen", "too late");
                    }
                    memory.rcu().readUnlock();
                  },
                  () -> {
                    x.writeOnce(1);
                    memory.rcu().synchronize();
                    y.writeOnce(1);
                  });
            });

    assertThat(verdict.counterexample().map(Counterexample::summary)).isEmpty();
    assertThat(verdict.exhaustive()).isTrue();
  }

  /** What its writer did is there before the reader's section has ended. */
  @ParameterizedTest
  @EnumSource
  void anObjectIsSafeInASectionThatIsStillOpen(MemoryModelName model) {
    Verdict verdict =
        judge(
            model,
            memory -> {
              memory.rcu();
              Word[] object = memory.allocate("object", () -> new Word[] {memory.word("field", 0)});
              Pointer<Word[]> pointer = memory.pointer("pointer", object);
              return List.of(
                  () -> {
                    Word[] old = pointer.xchg(null);
                    memory.rcu().synchronize();
                    memory.free(old);
                  },
                  () -> {
                    memory.rcu().readLock();
                    Word[] mine = pointer.rcuDereference();
                    if (mine != null) {
                      mine[0].readOnce();
                    }
                    memory.rcu().readUnlock();
                  });
            });

    assertThat(verdict.counterexample().map(Counterexample::summary)).isEmpty();
    assertThat(verdict.exhaustive()).isTrue();
  }
}
