package org.vmacheck.checks.engine.explore.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.TreeSize;
import org.vmacheck.checks.engine.explore.graph.TreeSize.Ends;
import org.vmacheck.checks.engine.explore.replay.Bounds;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;

/** The estimate of how many executions there are, on programs of which it is known. */
class TreeSizeTest {

  private static TreeSize of(String name, int n, MemoryModelName model, long seed) {
    ReplayedThreads threads =
        new ReplayedThreads(
            Benchmark.named(name).orElseThrow().program().apply(n), model, new Bounds(1_000, 0));
    return new TreeSize(threads, MemoryModel.of(model, threads), new SplittableRandom(seed));
  }

  @ParameterizedTest
  @CsvSource({"ainc, 3, 6", "casrot, 4, 14", "binc, 2, 4", "indexer, 12, 8"})
  void aTreeThatIsNowhereWiderThanTheSampleIsCounted(String name, int n, long executions) {
    TreeSize tree = of(name, n, MemoryModelName.SC, 1);

    tree.begin(200);

    assertThat(tree.goOn(() -> true)).isEqualTo(new Ends(executions, 0, true));
  }

  /** Many small samples together are right, as each is on the average. */
  @ParameterizedTest
  @CsvSource({
    "SC, ainc, 5, 120",
    "SC, casw, 3, 66",
    "SC, fib_bench, 2, 140",
    "TSO, fib_bench, 2, 153",
    "LKMM, CoA, 3, 144"
  })
  void theMeanOverManySeedsIsTheTrueNumber(
      MemoryModelName model, String name, int n, long executions) {
    TreeSize tree = of(name, n, model, 7);
    int passes = 2_000;
    double sum = 0;
    for (int i = 0; i < passes; i++) {
      tree.begin(4);
      Ends ends = tree.goOn(() -> true);
      assertThat(ends.counted()).isFalse();
      sum += ends.complete();
    }

    assertThat(sum / passes).isCloseTo(executions, within(0.1 * executions));
  }

  @Test
  void aPassThatIsInterruptedEverywhereEndsAsOneThatIsNot() {
    TreeSize whole = of("fib_bench", 3, MemoryModelName.SC, 3);
    TreeSize interrupted = of("fib_bench", 3, MemoryModelName.SC, 3);
    whole.begin(16);
    interrupted.begin(16);
    boolean[] now = {false};

    Ends ends = null;
    while (ends == null) {
      // a stratum at a time
      ends = interrupted.goOn(() -> now[0] = !now[0]);
    }

    assertThat(ends).isEqualTo(whole.goOn(() -> true));
  }
}
