package org.vmacheck.checks.engine.explore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.vmacheck.checks.engine.MemoryModelName;
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
  private final MemoryModel model;

  Exploration(TinyProgram program, MemoryModelName name) {
    this(program, name, Explorer::explore);
  }

  private Exploration(TinyProgram program, MemoryModelName name, Consumer<Explorer> way) {
    threads = new ReplayedThreads(memory -> program.on(memory, states), name, new Bounds(1_000, 0));
    model = MemoryModel.of(name, threads);
    DeepStack.run(() -> way.accept(new Explorer(threads, model, this)));
  }

  /** Those with no departure, those with one, and so on to the last. */
  static Exploration byDepartures(TinyProgram program, MemoryModelName name) {
    return new Exploration(
        program,
        name,
        explorer -> {
          int departures = 0;
          while (explorer.explore(departures, departures)) {
            departures++;
          }
        });
  }

  @Override
  public boolean complete(ExecutionGraph graph) {
    executions++;
    if (model.dataRace(graph) != null) {
      throw new AssertionError("data race");
    }
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
}
