package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.LoadBuffering;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.engine.explore.Replay.Malformed;
import org.vmacheck.checks.engine.explore.Replay.Parted;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/** With {@link LoadBuffering} the explorer finds what no order of a thread's steps shows. */
class EarlyProgramsTest {

  /** Two threads; it is wrong if both of them return one. */
  private static Setup notBoth(Function<Memory, List<LongSupplier>> make) {
    return memory -> {
      List<KernelThread> threads = new ArrayList<>();
      for (LongSupplier body : make.apply(memory)) {
        threads.add(KernelThread.of("T" + threads.size(), new Operation("run", body)));
      }
      return new Program(
          threads,
          outcomes -> {
            if (outcomes.of(0, 0) == 1 && outcomes.of(1, 0) == 1) {
              throw new KernelBug(
                  Kind.INVARIANT, "both", "both threads have read what the other one writes later");
            }
          });
    };
  }

  private static Verdict judge(Setup setup, MemoryModelName model, LoadBuffering loads) {
    Settings settings = Settings.defaults().withModel(model).withLoads(loads);
    return new ExploreEngine().judge(setup, settings);
  }

  private static Verdict withLoadBuffering(Setup setup) {
    return judge(setup, MemoryModelName.LKMM, LoadBuffering.INCLUDED);
  }

  private static Setup loadBuffering() {
    return notBoth(
        memory -> {
          Word x = memory.word("x", 0);
          Word y = memory.word("y", 0);
          return List.of(() -> readAndWrite(x, y), () -> readAndWrite(y, x));
        });
  }

  private static long readAndWrite(Word from, Word to) {
    long read = from.readOnce();
    to.writeOnce(1);
    return read;
  }

  private static long readAndPass(Word from, Word to) {
    long read = from.readOnce();
    to.writeOnce(read);
    return read;
  }

  @Test
  void aWriteThatDependsOnNothingIsReadByWhomItsThreadReads() {
    assertThat(judge(loadBuffering(), MemoryModelName.LKMM, LoadBuffering.LEFT_OUT).answer())
        .isEqualTo(Answer.HOLDS);
    for (MemoryModelName strong : List.of(MemoryModelName.SC, MemoryModelName.TSO)) {
      assertThat(judge(loadBuffering(), strong, LoadBuffering.INCLUDED).answer())
          .isEqualTo(Answer.HOLDS);
    }

    Verdict verdict = withLoadBuffering(loadBuffering());

    assertThat(verdict.answer()).isEqualTo(Answer.VIOLATED);
    Counterexample shown = verdict.counterexample().orElseThrow();
    assertThat(shown.finding().kind()).isEqualTo(Kind.INVARIANT);
    assertThat(shown.notes()).anyMatch(note -> note.contains("of y early"));
  }

  @Test
  void itsReplayShowsTheSame() throws Parted {
    Counterexample shown = withLoadBuffering(loadBuffering()).counterexample().orElseThrow();
    String string = shown.replay().orElseThrow();

    assertThat(string).startsWith("lkmm +a:write:");
    assertThat(Replay.replay(loadBuffering(), string)).isEqualTo(shown);
    assertThatThrownBy(() -> Replay.replay(loadBuffering(), "lkmm +a:writes:1 a2"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("'+a:writes:1' is not as in +b:write:17");
    assertThatThrownBy(() -> Replay.replay(loadBuffering(), string.replace("+a", "+b")))
        .isInstanceOf(Parted.class);
  }

  @Test
  void aWriteThatDependsOnTheReadStaysBehindIt() {
    Setup setup =
        notBoth(
            memory -> {
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              return List.of(() -> readAndPass(x, y), () -> readAndPass(y, x));
            });

    Verdict verdict = withLoadBuffering(setup);

    assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
    assertThat(verdict.exhaustive()).isTrue();
  }

  /** The value might be any that the cell was seen to hold. */
  @Test
  void whatIsPassedOnIsNotPassedOnBeforeItIsRead() {
    Setup setup =
        memory -> {
          Word x = memory.word("x", 0);
          Word y = memory.word("y", 0);
          return new Program(
              List.of(
                  KernelThread.of("T0", new Operation("pass", () -> readAndPass(x, y))),
                  KernelThread.of("T1", new Operation("look", y::readOnce)),
                  KernelThread.of("T2", new Operation("write", () -> readAndWrite(y, x)))),
              outcomes -> {
                if (outcomes.of(1, 0) > outcomes.of(0, 0)) {
                  throw new KernelBug(Kind.INVARIANT, "made_up", "y holds what nobody read");
                }
              });
        };

    assertThat(withLoadBuffering(setup).answer()).isEqualTo(Answer.HOLDS);
  }

  @Test
  void aWriteThatTwoBranchesMakeAlikeDependsOnNeither() {
    Setup setup =
        notBoth(
            memory -> {
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              Word z = memory.word("z", 0);
              return List.of(
                  () -> {
                    long read = x.readOnce();
                    if (read == 1) {
                      z.readOnce();
                    }
                    y.writeOnce(1);
                    return read;
                  },
                  () -> readAndPass(y, x));
            });

    assertThat(withLoadBuffering(setup).answer()).isEqualTo(Answer.VIOLATED);
  }

  @Test
  void whatALockKeepsApartStaysSo() {
    Setup setup =
        notBoth(
            memory -> {
              Word x = memory.word("x", 0);
              Word y = memory.word("y", 0);
              SpinLock lock = memory.spinLock("lock");
              return List.of(() -> locked(lock, x, y), () -> locked(lock, y, x));
            });

    Verdict verdict = withLoadBuffering(setup);

    assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
    assertThat(verdict.detail()).contains("and 0 of 0 programs with up to two accesses early");
  }

  private static long locked(SpinLock lock, Word from, Word to) {
    lock.lock();
    long read = readAndWrite(from, to);
    lock.unlock();
    return read;
  }

  private record Page(Word content) {}

  /** The flag says that the page is not needed any more, and may be stored before it is read. */
  @Test
  void anAccessThatNothingOrdersBeforeAFreeIsAUseAfterFree() {
    Setup setup =
        memory -> {
          Page page = memory.allocate("page", () -> new Page(memory.word("content", 5)));
          Word done = memory.word("done", 0);
          return new Program(
              List.of(
                  KernelThread.of(
                      "T0",
                      new Operation(
                          "use",
                          () -> {
                            long read = page.content().readOnce();
                            done.writeOnce(1);
                            return read;
                          })),
                  KernelThread.of(
                      "T1",
                      new Operation(
                          "free",
                          () -> {
                            if (done.loadAcquire() == 1) {
                              memory.free(page);
                            }
                            return 0;
                          }))),
              outcomes -> {});
        };

    assertThat(judge(setup, MemoryModelName.LKMM, LoadBuffering.LEFT_OUT).answer())
        .isEqualTo(Answer.HOLDS);
    Verdict verdict = withLoadBuffering(setup);
    assertThat(verdict.answer()).isEqualTo(Answer.VIOLATED);
    assertThat(verdict.counterexample().orElseThrow().finding().kind())
        .isEqualTo(Kind.USE_AFTER_FREE);
  }

  @Test
  void aBudgetThatEndsIsNoVerdict() {
    Settings settings =
        Settings.defaults().withLoads(LoadBuffering.INCLUDED).withBudget(Duration.ZERO);

    assertThat(new ExploreEngine().judge(loadBuffering(), settings).answer())
        .isEqualTo(Answer.INCONCLUSIVE);
  }
}
