package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.checks.engine.lincheck.Programs.collect;
import static org.vmacheck.checks.engine.lincheck.Programs.set;

import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/**
 * Under sequential consistency, and with the interleavings used up, Lincheck and the explorer see
 * the same outcomes. They share no code but the model: one counts execution graphs, the other runs
 * threads.
 */
class TwoEnginesAgreeTest {

  /** A program that writes its outcomes down. */
  private interface Collecting {
    Program prepare(Memory memory, Set<String> outcomes);
  }

  private record Box(Word data) {}

  private static void agree(Collecting program) {
    Set<String> lincheck = outcomes(new LincheckEngine(), program);
    Set<String> explorer = outcomes(new ExploreEngine(), program);
    assertThat(lincheck).isEqualTo(explorer).isNotEmpty();
  }

  private static Set<String> outcomes(Engine engine, Collecting program) {
    Set<String> outcomes = set();
    Verdict verdict =
        engine.judge(
            memory -> program.prepare(memory, outcomes),
            Programs.UNHURRIED.withModel(MemoryModelName.SC));
    assertThat(verdict.exhaustive()).as(engine.name() + ": " + verdict).isTrue();
    return outcomes;
  }

  @Test
  void onReadModifyWrites() {
    agree(
        (memory, outcomes) -> {
          Word x = memory.word("x", 1);
          return Programs.of(
              collect(outcomes, 2),
              () -> x.xchg(2) * 10 + x.cmpxchg(3, 4),
              () -> x.fetchAddIfAcquire(value -> value != 2, 2) * 10 + x.fetchAnd(~1));
        });
  }

  @Test
  void onAwait() {
    agree(
        (memory, outcomes) -> {
          Word go = memory.word("go", 0);
          Word data = memory.word("data", 0);
          return Programs.of(
              collect(outcomes, 2),
              () -> {
                go.writeOnce(1);
                data.writeOnce(1);
                memory.await(() -> go.readOnce() == 2);
                return data.readOnce();
              },
              () -> {
                memory.await(() -> go.readOnce() == 1);
                long seen = data.fetchAdd(2);
                go.writeOnce(2);
                return seen;
              });
        });
  }

  @Test
  void onSpinLocks() {
    agree(
        (memory, outcomes) -> {
          SpinLock lock = memory.spinLock("lock");
          Word x = memory.word("x", 0);
          Function<Long, Long> add =
              amount -> {
                lock.lock();
                long before = x.plain();
                x.plain(before + amount);
                lock.unlock();
                return before;
              };
          return Programs.of(
              collect(outcomes, 2), () -> add.apply(1L) * 10 + x.readOnce(), () -> add.apply(2L));
        });
  }

  @Test
  void onSemaphores() {
    agree(
        (memory, outcomes) -> {
          RwSemaphore lock = memory.rwSemaphore("lock");
          Word x = memory.word("x", 0);
          return Programs.of(
              collect(outcomes, 2),
              () -> {
                lock.downWrite();
                x.writeOnce(1);
                lock.downgradeWrite();
                long seen = x.readOnce();
                lock.upRead();
                return seen;
              },
              () -> {
                long seen = -1;
                if (lock.downReadTrylock()) {
                  seen = x.readOnce();
                  lock.upRead();
                }
                lock.downRead();
                seen = seen * 10 + x.readOnce();
                lock.upRead();
                return seen;
              });
        });
  }

  /** The third thread may fail its try with only readers inside: a writer waits. */
  @Test
  void onWritersThatWait() {
    agree(
        (memory, outcomes) -> {
          RwSemaphore lock = memory.rwSemaphore("lock");
          return Programs.of(
              collect(outcomes, 3),
              () -> {
                lock.downRead();
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
                return got ? 1 : 0;
              });
        });
  }

  @Test
  void onGracePeriods() {
    agree(
        (memory, outcomes) -> {
          Rcu rcu = memory.rcu();
          Box box = memory.allocate("box", () -> new Box(memory.word("data", 0)));
          Word data = box.data();
          Pointer<Box> pointer = memory.pointer("pointer", box);
          return Programs.of(
              collect(outcomes, 2),
              () -> {
                pointer.xchg(null);
                rcu.synchronize();
                data.writeOnce(1);
                return 0;
              },
              () -> {
                rcu.readLock();
                boolean found = pointer.rcuDereference() != null;
                long first = data.readOnce();
                rcu.readUnlock();
                long second = data.readOnce();
                return (found ? 100 : 0) + first * 10 + second;
              });
        });
  }
}
