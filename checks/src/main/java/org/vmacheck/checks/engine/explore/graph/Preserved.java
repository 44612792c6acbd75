package org.vmacheck.checks.engine.explore.graph;

import org.vmacheck.model.memory.Order;

/**
 * Program order as far as LKMM may keep it, rather too much of it than too little: dependencies,
 * acquire and release, fences. Together with rf, co and fr it makes the {@code before} rows of
 * LKMM; where these are an order, no axiom can be violated (RCU aside), since every sequence of
 * {@code hb}, {@code pb} and {@code prop} is one of them. Where they are not, the axioms decide.
 *
 * <p>An event hands on to the later events of its thread what comes before them: to reads, to
 * writes, and to those that everything comes before.
 */
final class Preserved {

  private Preserved() {}

  /** What is before an event by its thread alone. */
  static void inherit(ExecutionGraph g, int e) {
    int p = g.previous[e];
    if (p < 0) {
      g.before.clearRow(e);
      return;
    }
    g.before.copyRow(e, inherited(g, e), p);
    g.close(g.before, e);
  }

  private static BitRows inherited(ExecutionGraph g, int e) {
    Step step = g.step[e];
    boolean statedAddress = step.dependencies != null && step.dependencies.address() != 0;
    if (g.type[e] == ExecutionGraph.FENCE
        || step.role == Step.Role.LOCK
        || step.order == Order.FULL
        || statedAddress) {
      return g.toAll;
    }
    if (g.type[e] == ExecutionGraph.READ) {
      return g.toReads;
    }
    return step.order == Order.RELEASE ? g.toAll : g.toWrites;
  }

  /** What is before the thread's next event, now that this one is complete. */
  static void passOn(ExecutionGraph g, int e, Threads program) {
    int p = g.previous[e];
    if (p < 0) {
      g.toReads.clearRow(e);
      g.toWrites.clearRow(e);
      g.toAll.clearRow(e);
    } else {
      g.toReads.copyRow(e, g.toReads, p);
      g.toWrites.copyRow(e, g.toWrites, p);
      g.toAll.copyRow(e, g.toAll, p);
    }
    g.toAll.orRow(e, g.before, e);
    g.toAll.set(e, e);
    Step step = g.step[e];
    if (g.type[e] == ExecutionGraph.FENCE) {
      if (step.fence != Step.Fence.WMB) {
        g.toReads.copyRow(e, g.toAll, e);
      }
      if (step.fence != Step.Fence.RMB) {
        g.toWrites.copyRow(e, g.toAll, e);
      }
    } else if (step.order == Order.FULL) {
      g.toReads.copyRow(e, g.toAll, e);
      g.toWrites.copyRow(e, g.toAll, e);
    } else if (g.type[e] == ExecutionGraph.READ) {
      add(g, g.toWrites, e);
      if (step.order == Order.ACQUIRE || program.isAddress(step.location, g.value[e])) {
        add(g, g.toReads, e);
      }
    }
  }

  private static void add(ExecutionGraph g, BitRows rows, int e) {
    rows.orRow(e, g.before, e);
    rows.set(e, e);
  }
}
