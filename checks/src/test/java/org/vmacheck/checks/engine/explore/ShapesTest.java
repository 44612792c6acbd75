package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
 * The shapes with a name: which models allow the outcome that each is known for. A thread's digits
 * are what it read, first read first.
 */
class ShapesTest {

  /** The letters: does SC, TSO, LKMM allow it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "SB, -, T, L",
    "SB+mb, -, -, -",
    "SB+xchg, -, -, -",
    "MP, -, -, L",
    "MP+wmb+rmb, -, -, -",
    "MP+wmb+rmb+fetch_or, -, -, -",
    "MP+wmb+rmb+set_bit, -, -, L",
    "MP+release+acquire, -, -, -",
    "MP+release+once, -, -, L",
    "MP+wmb+once, -, -, L",
    "LB, -, -, -",
    "CoRR, -, -, -",
    "CoWW, -, -, -",
    "2+2W, -, -, L",
    "2+2W+wmb, -, -, L",
    "2+2W+mb, -, -, -",
    "R, -, T, L",
    "R+mb, -, -, -",
    "S, -, -, L",
    "S+wmb, -, -, -",
    "WRC, -, -, L",
    "WRC+release+rmb, -, -, -",
    "IRIW, -, -, L",
    "IRIW+rmb, -, -, L",
    "IRIW+mb, -, -, -",
    "ISA2+release+acquire, -, -, -",
    "RWC, -, T, L",
    "RWC+mb, -, -, -",
    "MP+lock, -, -, -",
    "MP+rcu, -, -, -",
    "MP+pointer, -, -, -",
  })
  void isAllowedByTheModelsThatAllowIt(String name, String sc, String tso, String lkmm) {
    Setup setup = shape(name);

    assertThat(allows(setup, MemoryModelName.SC)).as("SC").isEqualTo(!sc.equals("-"));
    assertThat(allows(setup, MemoryModelName.TSO)).as("TSO").isEqualTo(!tso.equals("-"));
    assertThat(allows(setup, MemoryModelName.LKMM)).as("LKMM").isEqualTo(!lkmm.equals("-"));
  }

  private static boolean allows(Setup setup, MemoryModelName model) {
    Verdict verdict = ExploreEngine.verdict(setup, Settings.defaults().withModel(model));
    assertThat(verdict.answer()).isNotEqualTo(Answer.INCONCLUSIVE);
    return verdict.answer() == Answer.VIOLATED;
  }

  /** A program on x, y, z that is violated if all threads return these values, and x this one. */
  private static Setup program(
      List<Long> outcome, BiFunction<Memory, Word[], List<LongSupplier>> make) {
    return memory -> {
      Word[] words = {memory.word("x", 0), memory.word("y", 0), memory.word("z", 0)};
      List<KernelThread> threads = new ArrayList<>();
      for (LongSupplier body : make.apply(memory, words)) {
        threads.add(KernelThread.of("P" + threads.size(), new Operation("run", body)));
      }
      return new Program(
          threads,
          outcomes -> {
            boolean all = true;
            for (int t = 0; t < threads.size(); t++) {
              all &= outcome.get(t) == outcomes.of(t, 0);
            }
            for (int w = threads.size(); w < outcome.size(); w++) {
              all &= outcome.get(w) == words[w - threads.size()].readOnce();
            }
            if (all) {
              throw new KernelBug(KernelBug.Kind.INVARIANT, "shape", "seen");
            }
          });
    };
  }

  private static long two(long first, long second) {
    return 10 * first + second;
  }

  private static Runnable fence(Memory memory, String name) {
    return name.endsWith("+mb")
        ? memory::smpMb
        : name.endsWith("rmb") ? memory::smpRmb : name.endsWith("wmb") ? memory::smpWmb : () -> {};
  }

  private static LongSupplier of(Runnable... actions) {
    return () -> {
      for (Runnable action : actions) {
        action.run();
      }
      return 0;
    };
  }

  private static Setup shape(String name) {
    return switch (name.split("\\+")[0]) {
      case "SB" -> storeBuffering(name);
      case "MP" -> messagePassing(name);
      case "LB" ->
          program(
              List.of(1L, 1L),
              (m, w) ->
                  List.of(() -> readThenWrite(w[0], w[1], 1), () -> readThenWrite(w[1], w[0], 1)));
      case "CoRR" ->
          program(
              List.of(0L, 10L),
              (m, w) ->
                  List.of(
                      of(() -> w[0].writeOnce(1)), () -> two(w[0].readOnce(), w[0].readOnce())));
      case "CoWW" ->
          program(
              List.of(0L, 1L),
              (m, w) -> List.of(of(() -> w[0].writeOnce(1), () -> w[0].writeOnce(2))));
      case "S" ->
          program(
              List.of(0L, 1L, 2L),
              (m, w) ->
                  List.of(
                      of(() -> w[0].writeOnce(2), fence(m, name), () -> w[1].writeOnce(1)),
                      () -> readThenWrite(w[1], w[0], 1)));
      case "2", "R", "RWC" -> coherenceOrders(name);
      case "WRC" -> writeToReadCausality(name);
      case "IRIW" -> independentReads(name);
      case "ISA2" ->
          program(
              List.of(0L, 1L, 10L),
              (m, w) ->
                  List.of(
                      of(() -> w[0].writeOnce(1), () -> w[1].storeRelease(1)),
                      () -> {
                        long seen = w[1].readOnce();
                        w[2].storeRelease(1);
                        return seen;
                      },
                      () -> two(w[2].loadAcquire(), w[0].readOnce())));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static long readThenWrite(Word read, Word written, long value) {
    long seen = read.readOnce();
    written.writeOnce(value);
    return seen;
  }

  private static Setup storeBuffering(String name) {
    return program(
        List.of(0L, 0L),
        (m, w) ->
            List.of(() -> exchange(m, name, w[0], w[1]), () -> exchange(m, name, w[1], w[0])));
  }

  private static long exchange(Memory memory, String name, Word mine, Word theirs) {
    if (name.endsWith("xchg")) {
      mine.xchg(1);
    } else {
      mine.writeOnce(1);
      fence(memory, name).run();
    }
    return theirs.readOnce();
  }

  private static Setup messagePassing(String name) {
    return switch (name) {
      case "MP" ->
          passing(
              (m, w) -> of(() -> w[0].writeOnce(1), () -> w[1].writeOnce(1)),
              (m, w) -> () -> two(w[1].readOnce(), w[0].readOnce()));
      case "MP+wmb+rmb", "MP+wmb+once" ->
          passing(
              (m, w) -> of(() -> w[0].writeOnce(1), m::smpWmb, () -> w[1].writeOnce(1)),
              (m, w) ->
                  () -> {
                    long flag = w[1].readOnce();
                    fence(m, name).run();
                    return two(flag, w[0].readOnce());
                  });
      case "MP+wmb+rmb+fetch_or" -> flagUpdatedByReader(flag -> flag.fetchOrRelaxed(2));
      case "MP+wmb+rmb+set_bit" -> flagUpdatedByReader(flag -> flag.setBit(1));
      case "MP+release+acquire" ->
          passing(
              (m, w) -> of(() -> w[0].writeOnce(1), () -> w[1].storeRelease(1)),
              (m, w) -> () -> two(w[1].loadAcquire(), w[0].readOnce()));
      case "MP+release+once" ->
          passing(
              (m, w) -> of(() -> w[0].writeOnce(1), () -> w[1].storeRelease(1)),
              (m, w) -> () -> two(w[1].readOnce(), w[0].readOnce()));
      case "MP+lock" -> lockedPassing();
      case "MP+rcu" ->
          memory -> {
            memory.rcu();
            return passing(
                    (m, w) ->
                        of(
                            () -> w[0].writeOnce(1),
                            () -> m.rcu().synchronize(),
                            () -> w[1].writeOnce(1)),
                    (m, w) ->
                        () -> {
                          m.rcu().readLock();
                          long flag = w[1].readOnce();
                          long data = w[0].readOnce();
                          m.rcu().readUnlock();
                          return two(flag, data);
                        })
                .prepare(memory);
          };
      case "MP+pointer" -> ShapesTest::publishedPointer;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The reader sees the flag only by updating it, and yet not the data. */
  private static Setup flagUpdatedByReader(Consumer<Word> update) {
    return program(
        List.of(0L, 0L, 1L, 3L),
        (m, w) ->
            List.of(
                of(() -> w[0].writeOnce(1), m::smpWmb, () -> w[1].writeOnce(1)),
                () -> {
                  update.accept(w[1]);
                  m.smpRmb();
                  return w[0].readOnce();
                }));
  }

  private static Setup passing(
      BiFunction<Memory, Word[], LongSupplier> writer,
      BiFunction<Memory, Word[], LongSupplier> reader) {
    return program(List.of(0L, 10L), (m, w) -> List.of(writer.apply(m, w), reader.apply(m, w)));
  }

  private static Setup lockedPassing() {
    return program(
        List.of(0L, 10L),
        (m, w) -> {
          var lock = m.spinLock("lock");
          return List.of(
              of(lock::lock, () -> w[0].writeOnce(1), () -> w[1].writeOnce(1), lock::unlock),
              () -> {
                lock.lock();
                long flag = w[1].readOnce();
                lock.unlock();
                return two(flag, w[0].readOnce());
              });
        });
  }

  /** The reader finds the object by rcu_dereference, so it finds it initialised. */
  private static Program publishedPointer(Memory memory) {
    var pointer = memory.<Word[]>pointer("pointer", null);
    return new Program(
        List.of(
            KernelThread.of(
                "P0",
                new Operation(
                    "publish",
                    () -> {
                      Word[] made =
                          memory.allocate("object", () -> new Word[] {memory.word("field", 0)});
                      made[0].writeOnce(1);
                      pointer.rcuAssignPointer(made);
                      return 0;
                    })),
            KernelThread.of(
                "P1",
                new Operation(
                    "look",
                    () -> {
                      Word[] found = pointer.rcuDereference();
                      return found == null ? 2 : found[0].readOnce();
                    }))),
        outcomes -> {
          if (outcomes.of(1, 0) == 0) {
            throw new KernelBug(KernelBug.Kind.INVARIANT, "shape", "seen");
          }
        });
  }

  private static Setup coherenceOrders(String name) {
    return switch (name.charAt(0) == '2' ? "2+2W" : name.startsWith("RWC") ? "RWC" : "R") {
      case "2+2W" ->
          program(
              List.of(0L, 0L, 1L, 1L),
              (m, w) ->
                  List.of(
                      of(() -> w[0].writeOnce(1), fence(m, name), () -> w[1].writeOnce(2)),
                      of(() -> w[1].writeOnce(1), fence(m, name), () -> w[0].writeOnce(2))));
      case "R" ->
          program(
              List.of(0L, 0L, 1L, 2L),
              (m, w) ->
                  List.of(
                      of(() -> w[0].writeOnce(1), fence(m, name), () -> w[1].writeOnce(1)),
                      () -> {
                        w[1].writeOnce(2);
                        fence(m, name).run();
                        return w[0].readOnce();
                      }));
      default ->
          program(
              List.of(0L, 10L, 0L),
              (m, w) ->
                  List.of(
                      of(() -> w[0].writeOnce(1)),
                      () -> {
                        long seen = w[0].readOnce();
                        fence(m, name).run();
                        return two(seen, w[1].readOnce());
                      },
                      () -> {
                        w[1].writeOnce(1);
                        fence(m, name).run();
                        return w[0].readOnce();
                      }));
    };
  }

  private static Setup writeToReadCausality(String name) {
    return program(
        List.of(0L, 1L, 10L),
        (m, w) ->
            List.of(
                of(() -> w[0].writeOnce(1)),
                () -> {
                  long seen = w[0].readOnce();
                  if (name.equals("WRC")) {
                    w[1].writeOnce(1);
                  } else {
                    w[1].storeRelease(1);
                  }
                  return seen;
                },
                () -> {
                  long flag = w[1].readOnce();
                  fence(m, name).run();
                  return two(flag, w[0].readOnce());
                }));
  }

  private static Setup independentReads(String name) {
    return program(
        List.of(0L, 0L, 10L, 10L),
        (m, w) ->
            List.of(
                of(() -> w[0].writeOnce(1)),
                of(() -> w[1].writeOnce(1)),
                () -> inOrder(m, name, w[0], w[1]),
                () -> inOrder(m, name, w[1], w[0])));
  }

  private static long inOrder(Memory memory, String name, Word first, Word second) {
    long seen = first.readOnce();
    fence(memory, name).run();
    return two(seen, second.readOnce());
  }
}
