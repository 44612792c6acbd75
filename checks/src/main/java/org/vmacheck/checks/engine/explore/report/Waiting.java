package org.vmacheck.checks.engine.explore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.engine.explore.replay.Trace;
import org.vmacheck.model.memory.lockdep.HeldLock;

/** Who waits for what in a deadlock, and who holds it. */
public final class Waiting {

  private Waiting() {}

  /** One sentence: {@code A waits for ptl, held by B; B waits for ...}. */
  public static String summary(ReplayedThreads threads, ExecutionGraph graph) {
    List<String> waits = new ArrayList<>();
    for (int t = 0; t < threads.count(); t++) {
      if (graph.pending(t).type == Label.Type.BLOCKED && !threads.daemon(t)) {
        waits.add(wait(threads, graph, t));
      }
    }
    return String.join("; ", waits);
  }

  private static String wait(ReplayedThreads threads, ExecutionGraph graph, int t) {
    int last = graph.lastOf(t);
    String name = threads.threadName(t);
    if (last < 0 || !graph.label(last).reads() || graph.label(last).awaitStart() < 0) {
      return name + " waits for a condition that never holds";
    }
    int location = graph.label(last).location();
    String cell = threads.name(location);
    List<String> holders = holders(threads, graph, t, cell);
    String held = holders.isEmpty() ? "" : ", held by " + String.join(" and ", holders);
    List<Trace.Entry> trace = threads.trace(graph, t);
    String function = trace.isEmpty() ? "" : trace.get(trace.size() - 1).function();
    return name
        + " waits"
        + (function.isEmpty() ? "" : " in " + function + "()")
        + " for "
        + cell
        + " ("
        + threads.text(location, graph.value(last))
        + held
        + ")"
        + whileHolding(threads, graph, t);
  }

  private static String whileHolding(ReplayedThreads threads, ExecutionGraph graph, int t) {
    List<HeldLock> locks = threads.locksAtEnd(graph, t);
    return locks.isEmpty()
        ? ""
        : " while holding " + locks.stream().map(HeldLock::name).collect(Collectors.joining(", "));
  }

  private static List<String> holders(
      ReplayedThreads threads, ExecutionGraph graph, int waiter, String cell) {
    List<String> holders = new ArrayList<>();
    for (int t = 0; t < threads.count(); t++) {
      boolean holds =
          threads.locksAtEnd(graph, t).stream().anyMatch(lock -> lock.name().equals(cell));
      if (holds && t != waiter) {
        holders.add(threads.threadName(t));
      }
    }
    return holders;
  }
}
