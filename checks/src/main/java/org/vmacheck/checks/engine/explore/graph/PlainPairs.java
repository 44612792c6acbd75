package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Order;

/**
 * The pairs of accesses of a graph that could race, and that release and acquire do not order: of
 * one cell, in two threads, one plain and one a write, on a cell that is not meant to have races.
 */
final class PlainPairs {

  private record Pair(int first, int second) {}

  private final ExecutionGraph g;
  private final BitRows sync;
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * The pairs of a graph.
   *
   * @param sync what is before each event by release and acquire
   */
  PlainPairs(ExecutionGraph graph, Threads program, BitRows sync) {
    g = graph;
    this.sync = sync;
    for (int s = 0; s < g.slots; s++) {
      if (g.coSize[s] > 0) {
        int before = pairs.size();
        addOf(s);
        if (pairs.size() > before && program.mayRace(g.location[s])) {
          pairs.subList(before, pairs.size()).clear();
        }
      }
    }
  }

  private void addOf(int s) {
    int[] co = g.co[s];
    for (int i = 0; i < g.coSize[s]; i++) {
      for (int j = 0; j < i; j++) {
        add(co[i], co[j]);
      }
    }
    for (int k = 0; k < g.size; k++) {
      int r = g.order[k];
      if (g.type[r] == ExecutionGraph.READ && g.slot[r] == s) {
        for (int i = 0; i < g.coSize[s]; i++) {
          add(co[i], r);
        }
      }
    }
  }

  private void add(int a, int b) {
    boolean plain = g.label[a].order == Order.PLAIN || g.label[b].order == Order.PLAIN;
    if (plain && g.thread[a] != g.thread[b] && !sync.get(b, a) && !sync.get(a, b)) {
      pairs.add(new Pair(a, b));
    }
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** What could order them. */
  Part part() {
    Reach reach = Reach.of(g);
    BitRows[] from = new BitRows[g.capacity];
    BitRows[] upTo = new BitRows[g.capacity];
    Part part = Part.none(g);
    for (Pair pair : pairs) {
      for (int e : new int[] {pair.first, pair.second}) {
        part.add(e);
        if (from[e] == null) {
          from[e] = reach.from(e);
          upTo[e] = reach.upTo(e);
        }
      }
      part.addBetween(from[pair.first], upTo[pair.second]);
      part.addBetween(from[pair.second], upTo[pair.first]);
    }
    part.complete();
    return part;
  }
}
