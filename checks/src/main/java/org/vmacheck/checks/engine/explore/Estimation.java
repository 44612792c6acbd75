package org.vmacheck.checks.engine.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vmacheck.checks.engine.Estimate;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Threads;
import org.vmacheck.checks.engine.explore.graph.TreeSize;
import org.vmacheck.checks.engine.explore.graph.TreeSize.Ends;

/** An {@link Estimate} that gets better the more time it is given. */
final class Estimation {

  private static final int SMALLEST = 4;
  private static final int LARGEST = 128;

  /** Smaller samples alone say nothing. */
  private static final int TOLD = 32;

  /** As many of the last passes tell how far they are apart. */
  private static final int TELLING = 5;

  private record Pass(Ends ends, int sample) {}

  private final TreeSize tree;
  private final List<Pass> passes = new ArrayList<>();
  private int sample;
  private int largest;
  private boolean counted;
  private long spent;

  Estimation(Threads program, MemoryModel model, long seed) {
    tree = new TreeSize(program, model, new SplittableRandom(seed));
  }

  /** Goes on until so much time in all has been spent. */
  void goOn(Duration inAll) {
    long start = System.nanoTime();
    long time = inAll.toNanos() - spent;
    if (sample == 0) {
      begin(SMALLEST);
    }
    while (!counted) {
      Ends ends = tree.goOn(() -> System.nanoTime() - start < time);
      if (ends == null) {
        break;
      }
      add(ends);
    }
    spent += System.nanoTime() - start;
  }

  private void add(Ends ends) {
    counted = ends.counted();
    if (counted) {
      passes.clear();
    }
    passes.add(new Pass(ends, sample));
    largest = sample;
    begin(Math.min(LARGEST, 2 * sample));
  }

  private void begin(int graphs) {
    sample = graphs;
    tree.begin(graphs);
  }

  /** The estimate by now, if it is one. A pass weighs as much as its sample is large. */
  Optional<Estimate> estimate() {
    if (largest < TOLD && !counted) {
      return Optional.empty();
    }
    double weight = 0;
    double complete = 0;
    double others = 0;
    for (Pass pass : passes) {
      weight += pass.sample;
      complete += pass.sample * pass.ends.complete();
      others += pass.sample * pass.ends.others();
    }
    List<Pass> last = passes.subList(Math.max(0, passes.size() - TELLING), passes.size());
    double[] found = last.stream().mapToDouble(pass -> pass.ends.complete()).sorted().toArray();
    double mean = complete / weight;
    double lowest = Math.min(mean, found[0]);
    double highest = Math.max(mean, found[found.length - 1]);
    return Optional.of(new Estimate(mean, lowest, highest, others / weight));
  }
}
