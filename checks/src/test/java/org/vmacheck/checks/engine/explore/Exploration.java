package org.vmacheck.checks.engine.explore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.DataRace;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.Bounds;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;

/** All executions of a tiny program, whatever is found on the way. */
final class Exploration implements Visitor {

  final Set<List<Long>> states = new HashSet<>();
  long executions;
  long blocked;
  boolean deadlock;
  private final ReplayedThreads threads;

  Exploration(TinyProgram program, MemoryModelName model) {
    threads =
        new ReplayedThreads(memory -> program.on(memory, states), model, new Bounds(1_000, 0));
    DeepStack.run(() -> new Explorer(threads, MemoryModel.of(model, threads), this).explore());
  }

  @Override
  public boolean complete(ExecutionGraph graph) {
    executions++;
    threads.judge(graph);
    return true;
  }

  @Override
  public boolean blocked(ExecutionGraph graph, boolean stuck) {
    blocked++;
    deadlock |= stuck;
    return true;
  }

  @Override
  public boolean cut(ExecutionGraph graph) {
    throw new AssertionError("a thread came to its bound");
  }

  @Override
  public boolean bug(ExecutionGraph graph, int thread) {
    throw new AssertionError(graph.pending(thread).note);
  }

  @Override
  public boolean useAfterFree(ExecutionGraph graph, int access, int free) {
    throw new AssertionError("use after free");
  }

  @Override
  public boolean dataRace(ExecutionGraph graph, DataRace race) {
    throw new AssertionError("data race");
  }
}
