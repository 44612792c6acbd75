package org.vmacheck.checks.engine.explore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Subtrees;
import org.vmacheck.checks.engine.explore.replay.Bounds;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.Word;

/** The explorer visits each execution exactly once: its counts are those of the literature. */
class BenchmarkTest {

  static Stream<Arguments> smallParameters() {
    return Benchmark.all().stream()
        .flatMap(
            benchmark ->
                benchmark.parameters().stream()
                    .filter(n -> benchmark.executions().get(n) <= 6000)
                    .map(n -> Arguments.of(benchmark, n)));
  }

  @ParameterizedTest
  @MethodSource("smallParameters")
  void underScTheCountsAreThoseOfTheTable(Benchmark benchmark, int n) {
    Count count = Count.of(benchmark.program().apply(n), MemoryModelName.SC);

    assertThat(count.executions()).isEqualTo(benchmark.executions().get(n));
  }

  /** GenMC has 0, 0, 0, 69, 42, 110, 970, 25 and 497 in these. */
  @ParameterizedTest
  @CsvSource({
    "ticketlock, 4, 0",
    "mcslock, 3, 0",
    "barrier, 3, 0",
    "ttaslock, 3, 29",
    "rwlock, 2, 18",
    "seqlock, 2, 239",
    "seqlock, 3, 2107",
    "szymanski, 1, 31",
    "szymanski, 2, 607"
  })
  void waitsThatFailAreBlockedExecutions(String name, int n, long blocked) {
    Benchmark benchmark = Benchmark.named(name).orElseThrow();

    assertThat(Count.of(benchmark.program().apply(n), MemoryModelName.SC).blocked())
        .isEqualTo(blocked);
  }

  @ParameterizedTest
  @CsvSource({"ainc, 6", "inc, 4", "lastzero, 10", "casw, 4", "ms-queue, 2", "treiber, 3"})
  void whereNobodyWaitsNothingIsBlocked(String name, int n) {
    Benchmark benchmark = Benchmark.named(name).orElseThrow();

    assertThat(Count.of(benchmark.program().apply(n), MemoryModelName.SC).blocked()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"CoA, 3, 144", "CoA, 4, 2304", "fib_bench, 2, 153", "fib_bench, 3, 2258"})
  void underTsoReadsThatPassWritesAddExecutions(String name, int n, long executions) {
    Benchmark benchmark = Benchmark.named(name).orElseThrow();

    assertThat(Count.of(benchmark.program().apply(n), MemoryModelName.TSO).executions())
        .isEqualTo(executions);
  }

  /** The orders are C11's, so the counts are those that GenMC finds under RC11. */
  @ParameterizedTest
  @CsvSource({
    "CoA, 3, 144",
    "CoA, 4, 2304",
    "fib_bench, 2, 153",
    "fib_bench, 3, 2258",
    "lastzero, 5, 64",
    "lastzero, 10, 3328",
    "readers, 13, 8192",
    "ainc, 6, 720",
    "casw, 4, 1200"
  })
  void underLkmmTheCountsAreThoseOfReleaseAcquire(String name, int n, long executions) {
    Benchmark benchmark = Benchmark.named(name).orElseThrow();

    assertThat(Count.of(benchmark.program().apply(n), MemoryModelName.LKMM).executions())
        .isEqualTo(executions);
  }

  @ParameterizedTest
  @CsvSource({"ainc, 6, 720", "lastzero, 10, 3328", "fib_bench, 3, 1698", "casw, 4, 1200"})
  void severalExplorersTogetherSeeEachExecutionOnce(String name, int n, long executions) {
    Benchmark benchmark = Benchmark.named(name).orElseThrow();

    for (int jobs = 2; jobs <= 3; jobs++) {
      assertThat(Count.of(benchmark.program().apply(n), MemoryModelName.SC, jobs).executions())
          .isEqualTo(executions);
    }
  }

  /** Each thread does a hundred things of its own before the two meet. */
  @Test
  void aProgramThatBranchesLateIsCutWhereItHasManySubtrees() {
    Setup late =
        memory -> {
          Word shared = memory.word("shared", 0);
          List<KernelThread> threads = new ArrayList<>();
          for (int t = 0; t < 2; t++) {
            Word own = memory.word("own" + t, 0);
            Operation run =
                new Operation(
                    "run",
                    () -> {
                      for (int i = 0; i < 100; i++) {
                        own.writeOnce(i);
                      }
                      for (int i = 0; i < 6; i++) {
                        shared.fetchAdd(1);
                      }
                      return 0;
                    });
            threads.add(KernelThread.of("T" + t, run));
          }
          return new Program(threads, outcomes -> {});
        };
    ReplayedThreads threads = new ReplayedThreads(late, MemoryModelName.SC, new Bounds(1_000, 0));
    MemoryModel model = MemoryModel.of(MemoryModelName.SC, threads);

    assertThat(Subtrees.of(threads, model, 128).size()).isBetween(128, 512);
    assertThat(Count.of(late, MemoryModelName.SC).executions()).isEqualTo(924);
    assertThat(Count.of(late, MemoryModelName.SC, 2).executions()).isEqualTo(924);
  }

  @Test
  void aTreeThatIsNowhereSoWideIsCutWhereItIsWidest() {
    Setup small = Benchmark.named("ainc").orElseThrow().program().apply(3);
    ReplayedThreads threads = new ReplayedThreads(small, MemoryModelName.SC, new Bounds(1_000, 0));
    MemoryModel model = MemoryModel.of(MemoryModelName.SC, threads);

    assertThat(Subtrees.of(threads, model, 1_000).size()).isBetween(2, 6);
  }

  @Test
  void anUnknownNameIsNoBenchmark() {
    assertThat(Benchmark.named("nonesuch")).isEmpty();
  }
}
