package org.vmacheck.checks.engine.jcstress;

import java.util.SortedSet;
import java.util.TreeSet;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.DeepStack;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.Bounds;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;

/**
 * The outcomes that a memory model allows a JCStress test, all of them. Data races are looked over:
 * weakened forms are meant to have them.
 */
final class Explored implements Visitor {

  private static final Bounds BOUNDS = new Bounds(1_000, 0);

  private final SortedSet<String> outcomes = new TreeSet<>();
  private final ReplayedThreads threads;

  private Explored(String test, MemoryModelName model) {
    threads =
        new ReplayedThreads(memory -> StressProgram.of(test, memory, outcomes), model, BOUNDS);
  }

  /**
   * Every outcome.
   *
   * @param test as JCStress calls it
   */
  static SortedSet<String> outcomes(String test, MemoryModelName model) {
    Explored explored = new Explored(test, model);
    DeepStack.run(
        () ->
            new Explorer(explored.threads, MemoryModel.of(model, explored.threads), explored)
                .explore());
    return explored.outcomes;
  }

  @Override
  public boolean complete(ExecutionGraph graph) {
    threads.judge(graph);
    return true;
  }

  @Override
  public boolean blocked(ExecutionGraph graph, boolean stuck) {
    if (stuck) {
      throw new AssertionError("deadlock");
    }
    return true;
  }

  @Override
  public boolean cut(ExecutionGraph graph) {
    throw new AssertionError("a thread came to its bound");
  }

  @Override
  public boolean bug(ExecutionGraph graph, int thread) {
    Object met = graph.pending(thread).note;
    throw met instanceof Throwable cause
        ? new AssertionError("in " + threads.threadName(thread), cause)
        : new AssertionError(met);
  }
}
