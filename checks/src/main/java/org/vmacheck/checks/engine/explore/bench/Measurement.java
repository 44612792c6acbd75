package org.vmacheck.checks.engine.explore.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.function.Supplier;
import org.vmacheck.checks.engine.explore.DeepStack;

/**
 * A program explored again and again, until the JIT compiler has had its time, and then the fastest
 * of some more runs.
 *
 * @param count of the executions
 * @param nanos of the fastest run, on the clock of the wall
 * @param peakHeapBytes the most that the heap held in all runs, garbage included
 */
public record Measurement(Count count, long nanos, long peakHeapBytes) {

  private static final int RUNS = 5;

  /** Measures one count; it is warmed up for so long, and once at least. */
  public static Measurement of(Supplier<Count> counting, Duration warmUp) {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    Count[] count = new Count[1];
    long[] best = {Long.MAX_VALUE};
    DeepStack.run(
        () -> {
          long begin = System.nanoTime();
          long end = begin + warmUp.toNanos();
          do {
            count[0] = counting.get();
          } while (System.nanoTime() < end);
          for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            count[0] = counting.get();
            best[0] = Math.min(best[0], System.nanoTime() - start);
          }
        });
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    return new Measurement(count[0], best[0], peak);
  }

  /** Complete executions in a second. */
  public double rate() {
    return count.executions() * 1e9 / nanos;
  }
}
