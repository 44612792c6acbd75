package org.vmacheck.checks.engine.explore.graph;

/** Hears of the ends of the executions that the explorer visits. The graph is lent, not given. */
public interface Visitor {

  /** Every thread has ended. Returns whether to go on. */
  boolean complete(ExecutionGraph graph);

  /**
   * No thread can go on, and some wait.
   *
   * @param stuck whether nobody could ever end the wait: all of them read the final values
   */
  boolean blocked(ExecutionGraph graph, boolean stuck);

  /** No thread can go on, and some have come to a bound: {@link Step.Kind#CUT}. */
  boolean cut(ExecutionGraph graph);

  /** A thread met a finding. */
  boolean bug(ExecutionGraph graph, int thread);

  /** A thread accesses (or frees again) an object that is, or may be, freed. */
  boolean useAfterFree(ExecutionGraph graph, int access, int free);

  /** Whether to look for data races. */
  default boolean wantsDataRaces() {
    return true;
  }

  /** A complete execution, which {@link #complete} has heard of, has a data race. */
  boolean dataRace(ExecutionGraph graph, DataRace race);

  /** Called now and then; returns whether to go on. */
  default boolean tick() {
    return true;
  }
}
