package org.vmacheck.checks.engine.explore.graph;

/**
 * A thread that never ends, found from an execution that was cut: from its end, each thread goes on
 * alone, without anybody else between its steps, until it ends or waits. No thread can wish for
 * more; one that still starts over and over does so under every fair schedule.
 *
 * @param bound the note of the {@code CUT} that it comes to again and again
 */
public record Livelock(int thread, Object bound) {

  /** The first in an execution that was cut, or null if all of its threads end or wait. */
  public static Livelock find(ExecutionGraph graph, Threads program) {
    return new RunOn(graph, program).find();
  }
}
