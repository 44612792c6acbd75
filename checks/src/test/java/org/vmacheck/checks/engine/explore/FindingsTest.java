package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Property;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/** Every kind of finding is found, and what is right is not. */
class FindingsTest {

  private static final Property NOTHING = outcomes -> {};

  private static Setup threads(Property property, Function<Memory, List<Runnable>> make) {
    return memory -> {
      List<KernelThread> threads = new ArrayList<>();
      for (Runnable body : make.apply(memory)) {
        threads.add(
            KernelThread.of(
                "T" + threads.size(),
                new Operation(
                    "run",
                    () -> {
                      body.run();
                      return 0;
                    })));
      }
      return new Program(threads, property);
    };
  }

  private static Setup threads(Function<Memory, List<Runnable>> make) {
    return threads(NOTHING, make);
  }

  private static Verdict judge(Setup setup, MemoryModelName model) {
    return new ExploreEngine().judge(setup, Settings.defaults().withModel(model));
  }

  private static Counterexample found(Setup setup, MemoryModelName model) {
    Verdict verdict = judge(setup, model);
    assertThat(verdict.answer()).isEqualTo(Answer.VIOLATED);
    return verdict.counterexample().orElseThrow();
  }

  private static void holds(Setup setup, MemoryModelName model) {
    Verdict verdict = judge(setup, model);
    assertThat(verdict.counterexample().map(Counterexample::summary)).isEmpty();
    assertThat(verdict.exhaustive()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void twoLocksTakenInOppositeOrdersAreADeadlockWithItsCycle(MemoryModelName model) {
    Setup setup =
        threads(
            memory -> {
              SpinLock a = memory.spinLock("a");
              SpinLock b = memory.spinLock("b");
              return List.of(() -> nested(a, b), () -> nested(b, a));
            });

    Counterexample deadlock = found(setup, model);

    assertThat(deadlock.finding().kind()).isEqualTo(Kind.DEADLOCK);
    assertThat(deadlock.summary())
        .contains("T0 waits for b (taken, held by T1)")
        .contains("T1 waits for a (taken, held by T0)");
  }

  private static void nested(SpinLock outer, SpinLock inner) {
    outer.lock();
    inner.lock();
    inner.unlock();
    outer.unlock();
  }

  @ParameterizedTest
  @EnumSource
  void locksTakenInOneOrderAreNone(MemoryModelName model) {
    holds(
        threads(
            memory -> {
              SpinLock a = memory.spinLock("a");
              SpinLock b = memory.spinLock("b");
              return List.of(() -> nested(a, b), () -> nested(a, b), () -> nested(a, b));
            }),
        model);
  }

  @Test
  void aWaitThatNobodyEndsIsADeadlockAndOneBlockedExecution() {
    Setup setup =
        threads(
            memory -> {
              Word x = memory.word("x", 0);
              return List.of(() -> memory.await(() -> x.readOnce() == 5), () -> x.writeOnce(1));
            });

    Verdict verdict = judge(setup, MemoryModelName.SC);

    assertThat(verdict.counterexample().orElseThrow().finding().kind()).isEqualTo(Kind.DEADLOCK);
    assertThat(verdict.blocked()).isEqualTo(1);
    assertThat(verdict.executions()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aWaitWithoutAReadIsADeadlockWhereverItStands(MemoryModelName model) {
    Setup first = threads(memory -> List.of(() -> memory.await(() -> false)));
    Setup later =
        threads(
            memory -> {
              Word x = memory.word("x", 0);
              return List.of(
                  () -> {
                    x.readOnce();
                    memory.await(() -> false);
                  },
                  () -> x.writeOnce(1));
            });

    assertThat(found(first, model).summary())
        .isEqualTo("T0 waits for a condition that never holds");
    assertThat(found(later, model).finding()).hasToString("deadlock");
    assertThat(found(later, model).summary())
        .isEqualTo("T0 waits for a condition that never holds");
  }

  @ParameterizedTest
  @EnumSource
  void aWaitOnTwoCellsEndsWhenEitherIsWritten(MemoryModelName model) {
    holds(
        threads(
            memory -> {
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              return List.of(
                  () -> memory.await(() -> x.readOnce() == 1 || y.readOnce() == 1),
                  () -> x.writeOnce(1),
                  () -> y.writeOnce(1));
            }),
        model);
  }

  @ParameterizedTest
  @EnumSource
  void aWaitWithABarrierBeforeEachTestEndsAsOneWithout(MemoryModelName model) {
    holds(
        threads(
            memory -> {
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              return List.of(
                  () ->
                      memory.await(
                          () -> {
                            memory.smpMb();
                            if (x.readOnce() == 1) {
                              return true;
                            }
                            memory.smpMb();
                            return y.readOnce() == 1;
                          }),
                  () -> x.writeOnce(1),
                  () -> y.writeOnce(1));
            }),
        model);
  }

  @ParameterizedTest
  @EnumSource
  void aWriterThatWaitsKeepsNewReadersOut(MemoryModelName model) {
    Setup setup =
        threads(
            memory -> {
              RwSemaphore sem = memory.rwSemaphore("sem");
              Word done = memory.word("done", 0);
              return List.of(
                  () -> {
                    sem.downRead();
                    memory.await(() -> done.readOnce() == 1);
                    sem.upRead();
                  },
                  () -> {
                    sem.downWrite();
                    sem.upWrite();
                  },
                  () -> {
                    sem.downRead();
                    done.writeOnce(1);
                    sem.upRead();
                  });
            });

    Counterexample deadlock = found(setup, model);

    assertThat(deadlock.finding().kind()).isEqualTo(Kind.DEADLOCK);
    assertThat(deadlock.summary())
        .contains("T2 waits for sem (1 readers, writer waiting, held by T0)");
  }

  /** With a writer it is a deadlock now and then; the reader is wrong in every execution. */
  @ParameterizedTest
  @EnumSource
  void aReaderThatReadsAgainIsRecursionWhoeverWaits(MemoryModelName model) {
    Setup setup =
        threads(
            memory -> {
              RwSemaphore sem = memory.rwSemaphore("sem");
              return List.of(
                  () -> {
                    sem.downRead();
                    sem.downRead();
                    sem.upRead();
                    sem.upRead();
                  },
                  () -> {
                    sem.downWrite();
                    sem.upWrite();
                  });
            });

    assertThat(found(setup, model).finding().kind()).isEqualTo(Kind.RECURSIVE_LOCK);
  }

  @ParameterizedTest
  @EnumSource
  void aSemaphoreExcludesAndADowngradeLeavesNoGap(MemoryModelName model) {
    holds(
        threads(
            memory -> {
              RwSemaphore sem = memory.rwSemaphore("sem");
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              Runnable writer =
                  () -> {
                    sem.downWrite();
                    x.plain(x.plain() + 1);
                    sem.downgradeWrite();
                    y.writeOnce(x.plain());
                    sem.upRead();
                  };
              return List.of(
                  writer,
                  writer,
                  () -> {
                    if (sem.downReadTrylock()) {
                      KernelBug.check(x.plain() <= 2, "x", "is too much");
                      sem.upRead();
                    }
                  });
            }),
        model);
  }

  @ParameterizedTest
  @EnumSource
  void anAccessThatNothingOrdersBeforeAFreeIsAUseAfterFree(MemoryModelName model) {
    Counterexample found = found(threads(FindingsTest::freedWhileInUse), model);

    assertThat(found.finding().kind()).isEqualTo(Kind.USE_AFTER_FREE);
    assertThat(found.summary()).contains("object#1");
  }

  private static List<Runnable> freedWhileInUse(Memory memory) {
    Word[] object = memory.allocate("object", () -> new Word[] {memory.word("field", 0)});
    Pointer<Word[]> pointer = memory.pointer("pointer", object);
    return List.of(
        () -> {
          Word[] mine = pointer.rcuDereference();
          if (mine != null) {
            mine[0].readOnce();
          }
        },
        () -> {
          Word[] old = pointer.xchg(null);
          memory.free(old);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aGracePeriodBeforeTheFreeMakesItSafe(MemoryModelName model) {
    holds(threads(memory -> readersAndReclaimer(memory, false)), model);
  }

  @ParameterizedTest
  @EnumSource
  void aCallbackRunsAfterTheReaders(MemoryModelName model) {
    holds(threads(memory -> readersAndReclaimer(memory, true)), model);
  }

  private static List<Runnable> readersAndReclaimer(Memory memory, boolean call) {
    Rcu rcu = memory.rcu();
    Word[] object = memory.allocate("object", () -> new Word[] {memory.word("field", 0)});
    Pointer<Word[]> pointer = memory.pointer("pointer", object);
    return List.of(
        () -> {
          rcu.readLock();
          Word[] mine = pointer.rcuDereference();
          if (mine != null) {
            mine[0].readOnce();
          }
          rcu.readUnlock();
        },
        () -> {
          Word[] old = pointer.xchg(null);
          if (call) {
            rcu.call(() -> memory.free(old));
          } else {
            rcu.synchronize();
            memory.free(old);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void aReaderOutsideOfItsSectionIsNotProtected(MemoryModelName model) {
    Counterexample outside = found(threads(FindingsTest::withoutASection), model);
    Counterexample early = found(threads(FindingsTest::leftTooEarly), model);

    assertThat(outside.finding().kind()).isEqualTo(Kind.USE_AFTER_FREE);
    assertThat(outside.summary()).contains("object#1.field");
    assertThat(early.finding().kind()).isEqualTo(Kind.USE_AFTER_FREE);
    assertThat(early.summary()).contains("object#1.field");
  }

  private static List<Runnable> withoutASection(Memory memory) {
    Rcu rcu = memory.rcu();
    Word[] object = memory.allocate("object", () -> new Word[] {memory.word("field", 0)});
    Pointer<Word[]> pointer = memory.pointer("pointer", object);
    return List.of(
        () -> {
          Word[] mine = pointer.rcuDereference();
          if (mine != null) {
            mine[0].readOnce();
          }
        },
        () -> {
          Word[] old = pointer.xchg(null);
          rcu.synchronize();
          memory.free(old);
        });
  }

  private static List<Runnable> leftTooEarly(Memory memory) {
    Rcu rcu = memory.rcu();
    Word[] object = memory.allocate("object", () -> new Word[] {memory.word("field", 0)});
    Pointer<Word[]> pointer = memory.pointer("pointer", object);
    return List.of(
        () -> {
          rcu.readLock();
          Word[] mine = pointer.rcuDereference();
          rcu.readUnlock();
          if (mine != null) {
            mine[0].readOnce();
          }
        },
        () -> {
          Word[] old = pointer.xchg(null);
          rcu.synchronize();
          memory.free(old);
        });
  }

  @ParameterizedTest
  @EnumSource
  void twoFreesOfOneObjectAreADoubleFree(MemoryModelName model) {
    Setup setup =
        threads(
            memory -> {
              Object object = memory.allocate("object", Object::new);
              return List.of(() -> memory.free(object), () -> memory.free(object));
            });

    assertThat(found(setup, model).finding().kind()).isEqualTo(Kind.DOUBLE_FREE);
  }

  /** What lockdep finds is in its contract; here, that it reaches the report. */
  @Test
  void lockMistakesAreFindings() {
    Counterexample found =
        found(threads(memory -> List.of(memory.spinLock("lock")::unlock)), MemoryModelName.SC);

    assertThat(found.finding().kind()).isEqualTo(Kind.UNLOCK_NOT_HELD);
    assertThat(found.summary()).isEqualTo("lock: spin_unlock without holding it in T0");
  }

  @Test
  void aLockKeptOnAnErrorPathIsAFinding() {
    Setup setup =
        threads(
            memory -> {
              RwSemaphore sem = memory.rwSemaphore("sem");
              Word error = memory.word("error", 0);
              return List.of(
                  () -> {
                    sem.downRead();
                    if (error.readOnce() == 0) {
                      sem.upRead();
                    }
                  },
                  () -> error.writeOnce(1));
            });

    Counterexample found = found(setup, MemoryModelName.SC);

    assertThat(found.finding().kind()).isEqualTo(Kind.LOCK_LEFT_HELD);
    assertThat(found.summary()).isEqualTo("sem: lock held when returning to user space in T0");
  }

  @Test
  void sleepingInAReadSectionIsAFinding() {
    Counterexample found =
        found(
            threads(
                memory -> {
                  Rcu rcu = memory.rcu();
                  RwSemaphore sem = memory.rwSemaphore("sem");
                  return List.of(
                      () -> {
                        rcu.readLock();
                        sem.downRead();
                      });
                }),
            MemoryModelName.SC);

    assertThat(found.finding().kind()).isEqualTo(Kind.SLEEP_IN_ATOMIC);
    assertThat(found.summary()).contains("might_sleep");
  }

  @Test
  void aThreadThatDoesNotEndIsAFinding() {
    Setup setup =
        threads(
            memory -> {
              Word x = memory.word("x", 0);
              return List.of(
                  () -> {
                    while (x.readOnce() == 0) {
                      x.writeOnce(0);
                    }
                  });
            });

    assertThat(found(setup, MemoryModelName.SC).finding().kind()).isEqualTo(Kind.NON_TERMINATION);
  }

  @Test
  void plainAccessesThatNothingOrdersAreADataRaceUnderLkmmUnlessIntended() {
    Function<Memory, List<Runnable>> race =
        memory -> {
          Word x = memory.word("x", 0);
          return List.of(() -> x.plain(1), x::readOnce);
        };
    Setup setup = threads(race);
    Setup intended =
        memory -> {
          Program program = setup.prepare(memory);
          return new Program(program.threads(), program.property(), Set.of("x"));
        };

    holds(setup, MemoryModelName.SC);
    assertThat(found(setup, MemoryModelName.LKMM).finding().kind()).isEqualTo(Kind.DATA_RACE);
    holds(intended, MemoryModelName.LKMM);
  }

  @Test
  void aPropertyIsJudgedOnFinalValuesAndTheInterleavingIsShown() {
    Counterexample found = found(Canary::lostUpdate, MemoryModelName.SC);

    assertThat(found.finding().kind()).isEqualTo(Kind.INVARIANT);
    assertThat(found.steps())
        .extracting(Counterexample.Step::access)
        .containsExactly(Access.READ_ONCE, Access.READ_ONCE, Access.WRITE_ONCE, Access.WRITE_ONCE);
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void whatNoInterleavingExplainsIsSaidInWords() {
    Counterexample found = found(Canary::messagePassing, MemoryModelName.LKMM);

    assertThat(found.notes()).hasSizeGreaterThan(1);
    assertThat(found.notes().get(0)).contains("No interleaving");
  }

  @Test
  void severalExplorersReachTheSameVerdict() {
    Setup setup =
        threads(
            memory -> {
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              Runnable increments =
                  () -> {
                    for (int i = 0; i < 3; i++) {
                      x.fetchAdd(1);
                      y.readOnce();
                    }
                  };
              return List.of(increments, increments, increments, () -> y.writeOnce(1));
            });
    Settings settings =
        Settings.defaults().withModel(MemoryModelName.SC).withBudget(Duration.ofMinutes(10));

    Verdict alone = new ExploreEngine().judge(setup, settings);
    Verdict together = new ExploreEngine().judge(setup, settings.withJobs(3));

    assertThat(together.answer()).isEqualTo(alone.answer()).isEqualTo(Answer.HOLDS);
    assertThat(together.executions()).isEqualTo(alone.executions());
  }

  @Test
  void aBudgetThatEndsFirstIsNoVerdict() {
    Setup large =
        threads(
            memory -> {
              Word x = memory.word("x", 0);
              Runnable increments =
                  () -> {
                    for (int i = 0; i < 8; i++) {
                      x.fetchAdd(1);
                    }
                  };
              return List.of(increments, increments, increments);
            });

    Verdict verdict =
        new ExploreEngine()
            .judge(
                large,
                Settings.defaults()
                    .withModel(MemoryModelName.SC)
                    .withBudget(Duration.ofMillis(100)));

    assertThat(verdict.answer()).isEqualTo(Answer.INCONCLUSIVE);
    assertThat(verdict.exhaustive()).isFalse();
    assertThat(verdict.detail()).contains("ended").contains("executions");
  }

  @Test
  void whatTheEngineCannotDoIsNoVerdict() {
    Setup late = threads(memory -> List.of(() -> memory.rcu().readLock()));
    assertThatThrownBy(() -> judge(late, MemoryModelName.SC))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("RCU");
  }

  @Test
  void aReportNamesTheObjectsInACollection() {
    Setup setup =
        threads(
            memory -> {
              Pointer<List<Object>> all = memory.pointer("all", List.of());
              Object one = memory.allocate("thing", Object::new);
              return List.of(
                  () -> all.writeOnce(List.of(one)),
                  () -> {
                    if (!all.readOnce().isEmpty()) {
                      throw new KernelBug(KernelBug.Kind.ASSERTION, "seen", "it is there");
                    }
                  });
            });
    assertThat(judge(setup, MemoryModelName.SC).counterexample().orElseThrow().steps())
        .anySatisfy(step -> assertThat(step.values()).contains("[thing#1]"));
  }
}
