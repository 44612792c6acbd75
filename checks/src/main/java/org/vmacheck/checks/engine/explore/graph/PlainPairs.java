package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.vmacheck.model.memory.Order;

/**
 * The pairs of accesses of a graph that could race, and that release and acquire do not order: of
 * one cell, in two threads, one plain and one a write.
 */
final class PlainPairs {

  /** Two accesses, the earlier by co, rf or fr first. */
  private record Pair(int first, int second) {}

  private final ExecutionGraph g;
  private final Threads program;
  private final BitRows sync;
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * The pairs of a graph.
   *
   * @param sync what is before each event by release and acquire
   */
  PlainPairs(ExecutionGraph graph, Threads program, BitRows sync) {
    g = graph;
    this.program = program;
    this.sync = sync;
    boolean[] plain = new boolean[g.slots];
    for (int i = 0; i < g.size; i++) {
      int e = g.order[i];
      if (g.type[e] != ExecutionGraph.FENCE && g.label[e].order == Order.PLAIN) {
        plain[g.slot[e]] = true;
      }
    }
    for (int s = 0; s < g.slots; s++) {
      if (plain[s] && g.coSize[s] > 0) {
        addOf(s);
      }
    }
  }

  private void addOf(int s) {
    int[] co = g.co[s];
    for (int i = 0; i < g.coSize[s]; i++) {
      for (int j = 0; j < i; j++) {
        add(co[j], co[i]);
      }
      for (int word = 0; word < sync.words; word++) {
        for (long left = g.readsOf.bits[s * sync.words + word]; left != 0; left &= left - 1) {
          int r = (word << 6) + Long.numberOfTrailingZeros(left);
          if (g.source[r] < ExecutionGraph.INITIAL) {
            continue; // a revisit has not yet given it another source
          }
          if (g.positionOf(s, g.source[r]) > i) {
            add(co[i], r);
          } else {
            add(r, co[i]);
          }
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

  /**
   * Whether nothing that must be seen by one of two is hidden from it, in a graph of which that was
   * true before this event was added at the end of its thread. So it is one of the two, or lies
   * between them.
   */
  boolean coherent(PlainOrder order, int event) {
    for (Pair pair : pairs) {
      int x = pair.first;
      int y = pair.second;
      boolean affected = x == event || y == event || (g.isBefore(y, event) && g.isBefore(event, x));
      if (affected && isHidden(x, y, order)) {
        return false;
      }
    }
    return true;
  }

  private boolean isHidden(int x, int y, PlainOrder order) {
    if (isRead(x)) {
      return order.writeVisibleToRead(y, x);
    }
    if (isRead(y)) {
      return g.source[y] == x && order.readBeforeWrite(y, x);
    }
    return order.writeVisibleToWrite(y, x);
  }

  /** The first two that race, or null. */
  DataRace race(PlainOrder order) {
    return race((first, second) -> !isOrdered(new Pair(first, second), order));
  }

  /**
   * The first two on a cell that is not meant to have races of which it is true, or null; the first
   * by thread and program order, which are the same however the graph came about.
   */
  DataRace race(BiPredicate<Integer, Integer> races) {
    pairs.sort(
        Comparator.comparingLong((Pair pair) -> place(pair.first))
            .thenComparingLong(pair -> place(pair.second)));
    for (Pair pair : pairs) {
      if (!program.mayRace(g.label[pair.first].location) && races.test(pair.first, pair.second)) {
        return new DataRace(pair.first, pair.second);
      }
    }
    return null;
  }

  private long place(int event) {
    return (long) g.thread[event] << 33
        | (long) g.label[event].depth << 1
        | (isRead(event) ? 0 : 1);
  }

  private boolean isOrdered(Pair pair, PlainOrder order) {
    int x = pair.first;
    int y = pair.second;
    if (isRead(x)) {
      return order.readBeforeWrite(x, y);
    }
    if (isRead(y)) {
      return order.writeVisibleToRead(x, y) || order.readBeforeWrite(y, x);
    }
    return order.writeVisibleToWrite(x, y)
        && (!isPlain(x) || order.readBeforeWrite(x, y))
        && (!isPlain(y) || order.writeVisibleToRead(x, y));
  }

  private boolean isRead(int event) {
    return g.type[event] == ExecutionGraph.READ;
  }

  private boolean isPlain(int event) {
    return g.label[event].order == Order.PLAIN;
  }
}
