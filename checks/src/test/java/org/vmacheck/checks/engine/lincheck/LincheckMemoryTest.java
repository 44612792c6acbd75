package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.checks.engine.lincheck.Programs.NOTHING;
import static org.vmacheck.checks.engine.lincheck.Programs.alone;
import static org.vmacheck.checks.engine.lincheck.Programs.collect;
import static org.vmacheck.checks.engine.lincheck.Programs.judge;
import static org.vmacheck.checks.engine.lincheck.Programs.set;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/** What Lincheck's memory promises, each shown by all interleavings of a small program. */
class LincheckMemoryTest {

  private record Box(Word value) {}

  @Test
  void plainIncrementsCanLoseOneAndAtomicOnesCannot() {
    Set<String> plain = set();
    Set<String> atomic = set();
    judge(
        memory -> {
          Word x = memory.word("x", 0);
          LongSupplier add =
              () -> {
                x.plain(x.plain() + 1);
                return 0;
              };
          return Programs.of(o -> plain.add(Long.toString(x.plain())), add, add);
        });
    judge(
        memory -> {
          Word x = memory.word("x", 0);
          return Programs.of(
              o -> atomic.add(Long.toString(x.plain())), () -> x.fetchAdd(1), () -> x.fetchAdd(1));
        });
    assertThat(plain).containsExactly("1", "2");
    assertThat(atomic).containsExactly("2");
  }

  @Test
  void anObserverSeesTheValueBetweenTwoAtomicOrs() {
    Set<String> seen = set();
    judge(
        memory -> {
          Word x = memory.word("x", 0);
          return Programs.of(
              collect(seen, 2),
              () -> {
                x.setBit(0);
                x.setBit(1);
                return 0;
              },
              x::readOnce);
        });
    assertThat(seen).containsExactly("0 0", "0 1", "0 3");
  }

  @Test
  void aSpinLockExcludes() {
    Set<String> seen = set();
    Verdict verdict =
        judge(
            memory -> {
              Word x = memory.word("x", 0);
              SpinLock lock = memory.spinLock("lock");
              LongSupplier add =
                  () -> {
                    lock.lock();
                    long before = x.plain();
                    x.plain(before + 1);
                    lock.unlock();
                    return before;
                  };
              return Programs.of(collect(seen, 2), add, add);
            });
    assertThat(verdict.exhaustive()).isTrue();
    assertThat(seen).containsExactly("0 1", "1 0");
  }

  @Test
  void readersShareASemaphore() {
    Set<String> seen = set();
    Verdict verdict = inside(seen, RwSemaphore::downRead, RwSemaphore::upRead);
    assertThat(verdict.exhaustive()).isTrue();
    assertThat(seen).containsExactly("0 0", "0 1", "1 0");
  }

  @Test
  void aWriterIsAlone() {
    Set<String> seen = set();
    Verdict verdict = inside(seen, RwSemaphore::downWrite, RwSemaphore::upWrite);
    assertThat(verdict.exhaustive()).isTrue();
    assertThat(seen).containsExactly("0 0");
  }

  /** How many others a reader and a thread that takes the lock as told find inside. */
  private static Verdict inside(
      Set<String> seen, Consumer<RwSemaphore> down, Consumer<RwSemaphore> up) {
    return judge(
        memory -> {
          Word inside = memory.word("inside", 0);
          RwSemaphore lock = memory.rwSemaphore("lock");
          return Programs.of(
              collect(seen, 2),
              () -> {
                lock.downRead();
                long others = inside.fetchAdd(1);
                inside.fetchAdd(-1);
                lock.upRead();
                return others;
              },
              () -> {
                down.accept(lock);
                long others = inside.fetchAdd(1);
                inside.fetchAdd(-1);
                up.accept(lock);
                return others;
              });
        });
  }

  @Test
  void aWaitingWriterKeepsNewReadersOut() {
    Set<String> seen = set();
    Programs.sample(
        memory -> {
          RwSemaphore lock = memory.rwSemaphore("lock");
          Word readerInside = memory.word("reader_inside", 0);
          return Programs.of(
              collect(seen, 3),
              () -> {
                lock.downRead();
                readerInside.writeOnce(1);
                readerInside.writeOnce(0);
                lock.upRead();
                return 0;
              },
              () -> {
                lock.downWrite();
                lock.upWrite();
                return 0;
              },
              () -> {
                boolean got = lock.downReadTrylock();
                if (got) {
                  lock.upRead();
                }
                return readerInside.readOnce() == 0 ? -1 : got ? 1 : 0;
              });
        });
    assertThat(seen)
        .as("a try while the reader is inside, without and with a writer that waits")
        .contains("0 0 1", "0 0 0");
  }

  @Test
  void downgradingLeavesNoInstantInWhichTheLockIsFree() {
    Set<String> seen = set();
    judge(
        memory -> {
          RwSemaphore lock = memory.rwSemaphore("lock");
          Word x = memory.word("x", 0);
          return Programs.of(
              collect(seen, 2),
              () -> {
                lock.downWrite();
                x.plain(1);
                lock.downgradeWrite();
                x.plain(2);
                lock.upRead();
                return 0;
              },
              () -> {
                lock.downWrite();
                long value = x.plain();
                lock.upWrite();
                return value;
              });
        });
    assertThat(seen).containsExactly("0 0", "0 2");
  }

  @Test
  void anAwaitEndsWhenItsConditionHolds() {
    Set<String> seen = set();
    Verdict verdict =
        judge(
            memory -> {
              Word go = memory.word("go", 0);
              Word data = memory.word("data", 0);
              return Programs.of(
                  collect(seen, 2),
                  () -> {
                    data.writeOnce(1);
                    go.writeOnce(1);
                    data.writeOnce(2);
                    return 0;
                  },
                  () -> {
                    memory.await(() -> go.readOnce() == 1);
                    return data.readOnce();
                  });
            });
    assertThat(verdict.exhaustive()).isTrue();
    assertThat(seen).containsExactly("0 1", "0 2");
  }

  @Test
  void crossedLocksAreADeadlock() {
    assertFinding(
        KernelBug.Kind.DEADLOCK,
        judge(
            memory -> {
              SpinLock a = memory.spinLock("a");
              SpinLock b = memory.spinLock("b");
              return Programs.of(NOTHING, () -> both(a, b), () -> both(b, a));
            }),
        "A waits for b; B waits for a");
  }

  @Test
  void aWaitThatNobodyEndsIsADeadlock() {
    assertFinding(
        KernelBug.Kind.DEADLOCK,
        judge(
            memory -> {
              Word go = memory.word("go", 0);
              return Programs.of(
                  NOTHING,
                  () -> {
                    memory.await(() -> go.readOnce() == 1);
                    return 0;
                  },
                  () -> {
                    go.writeOnce(2);
                    return 0;
                  });
            }),
        "A waits for a condition");
  }

  private static long both(SpinLock first, SpinLock second) {
    first.lock();
    second.lock();
    second.unlock();
    first.unlock();
    return 0;
  }

  @Test
  void aReaderOutsideOfRcuMeetsFreedMemory() {
    assertFinding(
        KernelBug.Kind.USE_AFTER_FREE,
        rcuRace(false, true),
        "box#1: READ_ONCE of box#1.value by B");
  }

  @Test
  void aReaderInsideOfRcuDoesNot() {
    assertThat(rcuRace(true, true).exhaustive()).isTrue();
  }

  @Test
  void synchronizeWaitsForReadersAsCallDoes() {
    assertFinding(
        KernelBug.Kind.USE_AFTER_FREE,
        rcuRace(false, false),
        "box#1: READ_ONCE of box#1.value by B");
    assertThat(rcuRace(true, false).exhaustive()).isTrue();
  }

  private static Verdict rcuRace(boolean readSection, boolean deferred) {
    return judge(
        memory -> {
          Rcu rcu = memory.rcu();
          Box box = memory.allocate("box", () -> new Box(memory.word("value", 7)));
          Pointer<Box> pointer = memory.pointer("pointer", box);
          return Programs.of(
              NOTHING,
              () -> {
                Box old = pointer.xchg(null);
                if (deferred) {
                  rcu.call(() -> memory.free(old));
                } else {
                  rcu.synchronize();
                  memory.free(old);
                }
                return 0;
              },
              () -> {
                if (readSection) {
                  rcu.readLock();
                }
                Box mine = pointer.rcuDereference();
                long value = mine == null ? 0 : mine.value().readOnce();
                if (readSection) {
                  rcu.readUnlock();
                }
                return value;
              });
        });
  }

  /** What lockdep finds is in its contract; here, that it reaches the report. */
  @Test
  void misuseOfALockIsAFindingOfTheThread() {
    assertFinding(
        KernelBug.Kind.UNLOCK_NOT_HELD,
        alone(memory -> memory.spinLock("ptl").unlock()),
        "ptl: spin_unlock without holding it in A");
  }

  @Test
  void aSecondFreeIsAFinding() {
    assertFinding(
        KernelBug.Kind.DOUBLE_FREE,
        alone(
            memory -> {
              Box box = memory.allocate("box", () -> new Box(memory.word("value", 0)));
              memory.free(box);
              memory.free(box);
            }),
        "box#1: freed again by A");
  }

  @Test
  void aLockKeptByAnOperationIsAFinding() {
    assertFinding(
        KernelBug.Kind.LOCK_LEFT_HELD,
        alone(memory -> memory.rwSemaphore("mmap_lock").downRead()),
        "mmap_lock: lock held when returning to user space in A");
  }

  @Test
  void aLockMapKnowsItsThread() {
    Set<String> seen = set();
    judge(
        memory -> {
          LockMap map = memory.lockMap("vm_lock");
          Word x = memory.word("x", 0);
          return Programs.of(
              collect(seen, 2),
              () -> {
                map.acquireWrite();
                x.writeOnce(1);
                boolean held = map.writeHeldByMe();
                map.released();
                return held && !map.heldByMe() ? 1 : 0;
              },
              () -> {
                x.readOnce();
                return map.heldByMe() ? 1 : 0;
              });
        });
    assertThat(seen).containsExactly("1 0");
  }

  @Test
  void accessesToCellsThatNoOtherThreadReachesYetAddNoInterleavings() {
    long without = published(0).executions();
    long with = published(5).executions();
    assertThat(with).isEqualTo(without);
  }

  private static Verdict published(int privateStores) {
    return judge(
        memory -> {
          Pointer<Box> pointer = memory.pointer("pointer", null);
          return Programs.of(
              NOTHING,
              () -> {
                Box box = memory.allocate("box", () -> new Box(memory.word("value", 0)));
                for (int i = 0; i < privateStores; i++) {
                  box.value().plain(i);
                }
                pointer.rcuAssignPointer(box);
                box.value().writeOnce(9);
                return 0;
              },
              () -> {
                Box box = pointer.rcuDereference();
                return box == null ? -1 : box.value().readOnce();
              });
        });
  }

  private static void assertFinding(KernelBug.Kind kind, Verdict verdict, String words) {
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.VIOLATED);
    assertThat(verdict.counterexample().orElseThrow().finding().kind()).isEqualTo(kind);
    assertThat(verdict.counterexample().orElseThrow().summary()).contains(words);
  }
}
