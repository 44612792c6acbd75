package org.vmacheck.checks.engine.explore.graph;

import org.vmacheck.model.memory.Order;

/**
 * Order by release and acquire alone: program order, and from a release (and all before it) to the
 * acquire that reads from it, also by way of read-modify-writes in between. Cheap, and enough to
 * see that most plain accesses do not race; where it is not, the axioms decide.
 */
final class Synchronization {

  private final ExecutionGraph g;

  Synchronization(ExecutionGraph graph) {
    g = graph;
  }

  static boolean acquires(Step step) {
    return step.order == Order.ACQUIRE || step.order == Order.FULL;
  }

  static boolean releases(Step step) {
    return step.order == Order.RELEASE || step.order == Order.FULL;
  }

  /** What is before a new event by its thread. */
  static void begin(ExecutionGraph g, int e) {
    int p = g.previous[e];
    if (p < 0) {
      g.sync.clearRow(e);
    } else {
      g.sync.copyRow(e, g.sync, p);
      g.sync.set(e, p);
    }
  }

  /** What a read acquires from its source; an update that did not replace anything has no order. */
  static void acquire(ExecutionGraph g, int read) {
    int w = g.source[read];
    boolean failed = g.step[read].kind == Step.Kind.UPDATE && !g.exclusive[read];
    if (w >= 0 && acquires(g.step[read]) && !failed) {
      g.sync.orRow(read, g.released, w);
    }
  }

  /** What a new write passes on to those who acquire it. */
  static void release(ExecutionGraph g, int write) {
    if (releases(g.step[write])) {
      g.released.copyRow(write, g.sync, write);
      g.released.set(write, write);
    } else {
      g.released.clearRow(write);
    }
    if (g.exclusive[write] && g.source[g.previous[write]] >= 0) {
      g.released.orRow(write, g.released, g.source[g.previous[write]]);
    }
  }

  /** Whether every two accesses that could race are ordered. */
  boolean ordersPlainAccesses() {
    for (int s = 0; s < g.slots; s++) {
      if (g.coSize[s] > 0 && !orders(s)) {
        return false;
      }
    }
    return true;
  }

  private boolean orders(int s) {
    int[] co = g.co[s];
    for (int i = 0; i < g.coSize[s]; i++) {
      int w = co[i];
      for (int j = 0; j < i; j++) {
        if (!orders(w, co[j])) {
          return false;
        }
      }
      for (int k = 0; k < g.size; k++) {
        int r = g.order[k];
        if (g.type[r] == ExecutionGraph.READ && g.slot[r] == s && !orders(w, r)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean orders(int a, int b) {
    return g.thread[a] == g.thread[b]
        || (g.step[a].order != Order.PLAIN && g.step[b].order != Order.PLAIN)
        || g.sync.get(b, a)
        || g.sync.get(a, b);
  }
}
