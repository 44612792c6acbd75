package org.vmacheck.checks.engine.explore.graph;

import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * LKMM as the explorer asks it, of parts of a graph, beside the axioms asked of all of it: whenever
 * the two differ, an {@link AssertionError}.
 */
public final class WholeGraph extends MemoryModel {

  private final Threads program;
  private final LinuxKernel parts;
  private long questions;

  public WholeGraph(Threads threads) {
    program = threads;
    parts = new LinuxKernel(threads);
  }

  /** How often both were asked. */
  public long questions() {
    return questions;
  }

  @Override
  Views views(ExecutionGraph graph) {
    return parts.views(graph);
  }

  @Override
  boolean consistent(ExecutionGraph graph, int event) {
    if (graph.type[event] == ExecutionGraph.READ && graph.exclusive[event]) {
      // without its write, which is asked about next, the axioms take this for a failed update
      return parts.consistent(graph, event);
    }
    boolean whole =
        CandidateExecution.withoutGracePeriods(graph, program, Part.all(graph)).consistent();
    return same(parts.consistent(graph, event), whole, () -> "consistent: " + show(graph));
  }

  @Override
  public boolean acceptsEnd(ExecutionGraph graph) {
    boolean whole = CandidateExecution.of(graph, program).consistent();
    return same(parts.acceptsEnd(graph), whole, () -> "accepted at its end: " + show(graph));
  }

  @Override
  boolean before(ExecutionGraph graph, int first, int second) {
    askWhichIsFirst(graph, first, second);
    return parts.before(graph, first, second);
  }

  private void askWhichIsFirst(ExecutionGraph graph, int first, int second) {
    boolean whole = CandidateExecution.of(graph, program).executedBefore(first, second);
    same(
        parts.executedBefore(graph, first, second),
        whole,
        () -> first + " before " + second + " in" + show(graph));
  }

  @Override
  public DataRace dataRace(ExecutionGraph graph) {
    DataRace whole = raceOfWhole(graph);
    DataRace found = parts.dataRace(graph);
    same(found != null, whole != null, () -> "a data race: " + show(graph));
    return found;
  }

  private DataRace raceOfWhole(ExecutionGraph graph) {
    BiPredicate<Integer, Integer> races = CandidateExecution.of(graph, program).races();
    for (int first : Linearization.byThread(graph)) {
      for (int second : Linearization.byThread(graph)) {
        if (races.test(first, second) && !program.mayRace(graph.label[first].location)) {
          return new DataRace(first, second);
        }
      }
    }
    return null;
  }

  /** Asks of every two accesses, in both directions, which of them comes first. */
  public void askOfAllPairs(ExecutionGraph graph) {
    int[] events = Linearization.byThread(graph);
    for (int first : events) {
      for (int second : events) {
        if (first != second && isAccess(graph, first) && isAccess(graph, second)) {
          askWhichIsFirst(graph, first, second);
        }
      }
    }
  }

  private static boolean isAccess(ExecutionGraph graph, int event) {
    return graph.type[event] != ExecutionGraph.FENCE || graph.isFree(event);
  }

  private boolean same(boolean part, boolean whole, Supplier<String> what) {
    questions++;
    if (part != whole) {
      throw new AssertionError(what.get() + "of the part " + part + ", of the whole " + whole);
    }
    return part;
  }

  private static String show(ExecutionGraph g) {
    StringBuilder text = new StringBuilder();
    for (int e : Linearization.byThread(g)) {
      Label label = g.label[e];
      text.append("\n  ").append(e).append(": T").append(g.thread[e]).append(' ');
      if (g.type[e] == ExecutionGraph.FENCE) {
        text.append(label.fence);
        continue;
      }
      boolean read = g.type[e] == ExecutionGraph.READ;
      text.append(label.role).append(' ').append(label.order).append(read ? " read " : " write ");
      text.append(label.location).append(" = ").append(g.value[e]);
      text.append(read ? ", from " + g.source[e] : "");
    }
    return text.append("\n  ").toString();
  }
}
