package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;

/**
 * A part of a graph that is enough for a question. Every sequence of steps that LKMM's axioms speak
 * of is one of the {@code before} rows: so what they say of a cycle through an event, or of what is
 * between two events, they say of these events alone. More events than that do no harm.
 */
final class Part {

  private final ExecutionGraph g;
  private final BitRows events = new BitRows();

  private Part(ExecutionGraph graph) {
    g = graph;
    events.ensureRows(1);
    events.widen(graph.sets.words);
  }

  static Part all(ExecutionGraph graph) {
    Part part = new Part(graph);
    part.events.copyRow(0, graph.sets, ExecutionGraph.USED);
    return part;
  }

  /** Those of some events that are in the part, in the same order. */
  int[] of(int[] some) {
    int[] result = new int[some.length];
    int n = 0;
    for (int e : some) {
      if (contains(e)) {
        result[n++] = e;
      }
    }
    return Arrays.copyOf(result, n);
  }

  static Part none(ExecutionGraph graph) {
    return new Part(graph);
  }

  /** What is on cycles through an event. */
  static Part cyclesThrough(ExecutionGraph graph, int event) {
    Reach reach = Reach.withoutGracePeriods(graph);
    Part part = new Part(graph);
    part.addBetween(reach.from(event), reach.upTo(event));
    part.complete();
    return part;
  }

  /** What is on cycles through grace periods, empty if there are no cycles. */
  static Part cyclesThroughGracePeriods(ExecutionGraph graph) {
    Reach reach = Reach.of(graph);
    Part part = new Part(graph);
    for (int i = 0; i < graph.size; i++) {
      int e = graph.order[i];
      if (graph.label[e].fence == Label.Fence.RCU_SYNC) {
        BitRows from = reach.from(e);
        BitRows upTo = reach.upTo(e);
        from.clear(0, e);
        part.addBetween(from, upTo);
        if (from.intersects(0, upTo, 0)) {
          part.add(e);
        }
      }
    }
    if (!part.isEmpty()) {
      part.complete();
    }
    return part;
  }

  boolean isEmpty() {
    return events.isEmpty(0);
  }

  /** Adds what is in both rows. */
  void addBetween(BitRows from, BitRows upTo) {
    for (int i = 0; i < events.words; i++) {
      events.bits[i] |= from.bits[i] & upTo.bits[i];
    }
  }

  /** Adds an event. */
  void add(int event) {
    events.set(0, event);
  }

  boolean contains(int event) {
    return events.get(0, event);
  }

  /**
   * Adds what says more of the events than their order: the operation that a fence goes with, the
   * borders of RCU sections, the sources of reads, which give from-reads, and both halves of
   * updates.
   */
  void complete() {
    addOperationsOfFences();
    addBordersAndSources();
    addHalves();
  }

  private void addOperationsOfFences() {
    long threads = 0;
    for (int i = 0; i < g.size; i++) {
      int e = g.order[i];
      if (g.type[e] == ExecutionGraph.FENCE && contains(e) && goesWithOperation(g.label[e])) {
        threads |= 1L << g.thread[e];
      }
    }
    for (int i = 0; threads != 0 && i < g.size; i++) {
      int e = g.order[i];
      boolean operation =
          g.label[e].type == Label.Type.UPDATE || g.label[e].role != Label.Role.ORDINARY;
      if (operation && (threads >>> g.thread[e] & 1) != 0) {
        add(e);
      }
    }
  }

  private static boolean goesWithOperation(Label label) {
    return switch (label.fence) {
      case BEFORE_ATOMIC, AFTER_ATOMIC, AFTER_SPINLOCK, AFTER_UNLOCK_LOCK, AFTER_SRCU_READ_UNLOCK ->
          true;
      default -> false;
    };
  }

  private void addBordersAndSources() {
    for (int i = 0; i < g.size; i++) {
      int e = g.order[i];
      if (g.type[e] == ExecutionGraph.READ) {
        if (g.source[e] >= 0 && contains(e)) {
          add(g.source[e]);
        }
      } else if (g.label[e].fence == Label.Fence.RCU_LOCK
          || g.label[e].fence == Label.Fence.RCU_UNLOCK) {
        add(e);
      }
    }
  }

  private void addHalves() {
    for (int i = 0; i < g.size; i++) {
      int e = g.order[i];
      if (g.type[e] == ExecutionGraph.WRITE && g.exclusive[e]) {
        int read = g.previous[e];
        if (contains(e)) {
          add(read);
        } else if (contains(read)) {
          add(e);
        }
      }
    }
  }
}
