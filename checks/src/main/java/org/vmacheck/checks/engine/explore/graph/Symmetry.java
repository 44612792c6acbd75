package org.vmacheck.checks.engine.explore.graph;

/**
 * Of executions that differ only in which of several threads that do the same did what, keeps one:
 * in the manner of SPORE (Kokologiannakis, Marmanis, Vafeiadis: SPORE: Combining Symmetry and
 * Partial Order Reduction, PLDI 2024).
 *
 * <p>Two such threads, <em>twins</em>, begin alike: as long as their reads read from the same
 * writes, each step of the one has a <em>counterpart</em> in the other. Where they first differ,
 * the second twin is the one that reads from, or is, the write that is later in coherence order. So
 * that a revisit cannot turn this round, a step depends on its counterpart: the graph has no step
 * of the second twin without that of the first.
 */
final class Symmetry {

  private static final int NONE = -1;

  private final int[] twin;

  Symmetry(Threads program) {
    twin = new int[program.count()];
    for (int t = 0; t < twin.length; t++) {
      twin[t] = program.twin(t);
    }
  }

  /** Lets an event, the last of its thread, depend on its counterpart. */
  void follow(ExecutionGraph g, int e) {
    int c = counterpart(g, e);
    if (c != NONE) {
      g.porf.orRow(e, g.porf, c);
      g.porf.set(e, c);
    }
  }

  /** The lowest coherence position that an access may read from, or come after. */
  int lowest(ExecutionGraph g, int slot, int e) {
    int c = counterpart(g, e);
    return c == NONE || g.slot[c] != slot || g.type[c] != g.type[e] ? 0 : g.position(c);
  }

  /**
   * The event of the first twin that corresponds to an event of the second one, the last of its
   * thread; {@link #NONE} if they have differed before, or there is none. A write tells its thread
   * from all others.
   */
  private int counterpart(ExecutionGraph g, int e) {
    int first = twin[g.thread[e]];
    if (first == NONE || hasWritten(g, e)) {
      return NONE;
    }
    int c = g.last[first];
    while (c >= 0 && g.label[c].depth > g.label[e].depth) {
      c = g.previous[c];
    }
    if (c >= 0 && g.previous[c] >= 0 && g.label[g.previous[c]] == g.label[c]) {
      c = g.previous[c]; // the read of an update
    }
    if (c < 0 || g.label[c].depth != g.label[e].depth) {
      return NONE;
    }
    int a = g.previous[e];
    int b = g.previous[c];
    while (a >= 0 && isSame(g, a, b)) {
      a = g.previous[a];
      b = g.previous[b];
    }
    return a < 0 ? c : NONE;
  }

  private static boolean hasWritten(ExecutionGraph g, int e) {
    for (int p = g.previous[e]; p >= 0; p = g.previous[p]) {
      if (g.type[p] == ExecutionGraph.WRITE) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(ExecutionGraph g, int a, int b) {
    return b >= 0
        && g.type[a] == g.type[b]
        && g.label[a].depth == g.label[b].depth
        && g.label[a].location == g.label[b].location
        && g.label[a].fence == g.label[b].fence
        && (g.type[a] == ExecutionGraph.FENCE || g.source[a] == g.source[b]);
  }
}
