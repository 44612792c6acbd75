package org.vmacheck.checks.engine.explore.graph;

/** Hears of what the explorer visits. The graph is lent, not given. */
public interface Visitor {

  /** Every thread has ended. Returns whether to go on. */
  boolean complete(ExecutionGraph graph);

  /**
   * No thread can go on, and some wait.
   *
   * @param stuck whether nobody could ever end the wait: all of them read the final values
   */
  boolean blocked(ExecutionGraph graph, boolean stuck);

  /** No thread can go on, and some have come to a bound: {@link Label.Type#CUT}. */
  boolean cut(ExecutionGraph graph);

  /** A thread met a finding. */
  boolean bug(ExecutionGraph graph, int thread);

  /** A graph that has got another event, and may get more; returns whether to go on. */
  default boolean extended(ExecutionGraph graph) {
    return true;
  }

  /** Called now and then; returns whether to go on. */
  default boolean tick() {
    return true;
  }
}
