package org.vmacheck.checks.engine.explore.bench;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.DeepStack;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Subtrees;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.Bounds;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.scenario.Setup;

/** How many executions a program has. */
public record Count(long executions, long blocked) {

  private static final Bounds BOUNDS = new Bounds(100_000, 0);

  /** Counts them all; the property of the program is not judged. */
  public static Count of(Setup setup, MemoryModelName model) {
    return of(new ReplayedThreads(setup, model, BOUNDS), model);
  }

  /** Counts one of those that differ only in which of the threads that do the same did what. */
  public static Count upToSymmetry(Setup setup, MemoryModelName model) {
    return of(ReplayedThreads.upToSymmetry(setup, model, BOUNDS), model);
  }

  private static Count of(ReplayedThreads threads, MemoryModelName model) {
    Counter counter = new Counter(MemoryModel.of(model, threads));
    new Explorer(threads, counter.model, counter).explore();
    return new Count(counter.executions, counter.blocked);
  }

  /** The same with several explorers that share the executions among them. */
  public static Count of(Setup setup, MemoryModelName model, int jobs) {
    if (jobs == 1) {
      return of(setup, model);
    }
    List<ReplayedThreads> programs = new ArrayList<>();
    List<Counter> counters = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      ReplayedThreads threads = new ReplayedThreads(setup, model, BOUNDS);
      programs.add(threads);
      counters.add(new Counter(MemoryModel.of(model, threads)));
    }
    Subtrees subtrees = Subtrees.of(programs.get(0), counters.get(0).model, 64 * jobs);
    DeepStack.runAll(
        jobs,
        i -> {
          Explorer explorer = new Explorer(programs.get(i), counters.get(i).model, counters.get(i));
          explorer.share(subtrees);
          explorer.explore();
        });
    return new Count(
        counters.stream().mapToLong(counter -> counter.executions).sum(),
        counters.stream().mapToLong(counter -> counter.blocked).sum());
  }

  /** Counts, and asks for data races as every judgement does. */
  private static final class Counter implements Visitor {
    private final MemoryModel model;
    private long executions;
    private long blocked;

    Counter(MemoryModel model) {
      this.model = model;
    }

    @Override
    public boolean complete(ExecutionGraph graph) {
      executions++;
      model.dataRace(graph);
      return true;
    }

    @Override
    public boolean blocked(ExecutionGraph graph, boolean stuck) {
      blocked++;
      return true;
    }

    @Override
    public boolean cut(ExecutionGraph graph) {
      throw new IllegalStateException("a benchmark that does not end");
    }

    @Override
    public boolean bug(ExecutionGraph graph, int thread) {
      throw new IllegalStateException(String.valueOf(graph.pending(thread).note));
    }
  }
}
