package org.vmacheck.checks.engine.explore.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.vmacheck.checks.scenario.Setup;

/**
 * A benchmark program with its parameter.
 *
 * @param name as the command line and the JSON spell it
 * @param program the program for a parameter
 * @param executions how many executions there are under SC, by parameter
 */
public record Benchmark(String name, IntFunction<Setup> program, Map<Integer, Long> executions) {

  private static final List<Benchmark> ALL =
      List.of(
          known("ainc", CounterPrograms::ainc, 3, 6, 7, 5040, 8, 40320),
          known("binc", CounterPrograms::binc, 2, 4, 3, 36, 4, 576),
          known("inc", CounterPrograms::inc, 2, 4, 3, 36, 4, 576),
          known("readers", CounterPrograms::readers, 5, 32, 13, 8192, 15, 32768),
          known("N-writers", CounterPrograms::writers, 4, 720, 6, 40320),
          known("lastzero", CounterPrograms::lastzero, 5, 64, 10, 3328, 15, 147456),
          known("indexer", CounterPrograms::indexer, 11, 1, 12, 8, 13, 64, 14, 512, 15, 4096),
          known("casrot", CounterPrograms::casrot, 4, 14, 6, 144, 8, 2048, 9, 8597, 10, 38486),
          known("casw", CounterPrograms::casw, 3, 66, 4, 1200, 5, 32880),
          known("CoA", CounterPrograms::coA, 3, 130, 4, 2028, 5, 49776),
          known("fib_bench", CounterPrograms::fibBench, 2, 140, 3, 1698, 4, 19605, 5, 218243),
          known("ticketlock", LockPrograms::ticket, 4, 24, 5, 120),
          known("ttaslock", LockPrograms::ttas, 2, 6, 3, 162),
          known("mcslock", LockPrograms::mcs, 2, 6, 3, 66, 4, 1080),
          known("rwlock", LockPrograms::rwlock, 2, 222),
          known("seqlock", LockPrograms::seqlock, 2, 18, 3, 54, 4, 162, 5, 486),
          known("szymanski", LockPrograms::szymanski, 1, 6, 2, 78, 3, 1068),
          known("barrier", LockPrograms::barrier, 1, 2, 3, 24, 5, 720),
          known("ms-queue", StructurePrograms::msQueue, 2, 178),
          known("treiber", StructurePrograms::treiber, 2, 22, 3, 1062),
          known("chase-lev", StructurePrograms::chaseLev, 1, 59, 2, 3065));

  private static Benchmark known(String name, IntFunction<Setup> program, long... counts) {
    Map<Integer, Long> executions = new java.util.TreeMap<>();
    for (int i = 0; i < counts.length; i += 2) {
      executions.put((int) counts[i], counts[i + 1]);
    }
    return new Benchmark(name, program, executions);
  }

  public static List<Benchmark> all() {
    return ALL;
  }

  public static List<String> names() {
    return ALL.stream().map(Benchmark::name).toList();
  }

  public static Optional<Benchmark> named(String name) {
    return ALL.stream().filter(b -> b.name.equals(name)).findFirst();
  }

  /** The largest parameter with a known number of executions. */
  public int largest() {
    return executions.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /** {@code lastzero(15)}. */
  public String id(int n) {
    return name + "(" + n + ")";
  }

  /** The parameters with a known number of executions, smallest first. */
  public List<Integer> parameters() {
    return Arrays.asList(executions.keySet().toArray(new Integer[0]));
  }
}
