package org.vmacheck.checks.engine.explore.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Step;
import org.vmacheck.checks.engine.explore.graph.Threads;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;

/** The threads of a program over an {@link ExploreMemory}, as trees of steps grown by replay. */
public final class ReplayedThreads implements Threads {

  private final ExploreMemory memory;
  private final Program program;
  private final List<Supplier<Object>> bodies = new ArrayList<>();
  private final Step[] first;
  private final int daemon;

  /**
   * Prepares a program.
   *
   * @param bound how many accesses a thread may make before it counts as one that never ends
   */
  public ReplayedThreads(Setup setup, MemoryModelName model, int bound) {
    memory = new ExploreMemory(model, bound);
    program = setup.prepare(memory);
    memory.beginThreads();
    for (KernelThread thread : program.threads()) {
      bodies.add(() -> run(thread.operations()));
    }
    daemon = memory.rcuOrNull() == null ? -1 : bodies.size();
    if (daemon >= 0) {
      bodies.add(() -> memory.rcuOrNull().runCallbacks());
    }
    first = new Step[bodies.size()];
    for (int t = 0; t < first.length; t++) {
      first[t] = after(t, Step.start(), 0);
    }
  }

  private static Object run(List<Operation> operations) {
    long[] results = new long[operations.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = operations.get(i).body().getAsLong();
    }
    return results;
  }

  @Override
  public int count() {
    return first.length;
  }

  @Override
  public Step first(int thread) {
    return first[thread];
  }

  @Override
  public Step after(int thread, Step step, long value) {
    Step next = step.successor(value);
    if (next == null) {
      next = memory.replay(thread, step, value, bodies.get(thread), null);
      step.link(value, next);
    }
    return next;
  }

  @Override
  public long initial(int location) {
    return memory.initial(location);
  }

  @Override
  public int object(int location) {
    return memory.object(location);
  }

  @Override
  public boolean daemon(int thread) {
    return thread == daemon;
  }

  public Program program() {
    return program;
  }

  /** What an operation returned in a complete execution. */
  public long result(ExecutionGraph graph, int thread, int operation) {
    return ((long[]) graph.pending(thread).note)[operation];
  }

  /** Judges the property of the program in a complete execution. */
  public void judge(ExecutionGraph graph) {
    memory.atEnd(
        graph,
        () -> program.property().check((thread, operation) -> result(graph, thread, operation)));
  }

  public String name(int location) {
    return memory.name(location);
  }
}
