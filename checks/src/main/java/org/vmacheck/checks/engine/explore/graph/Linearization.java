package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * An execution graph turned into one order of its events: an interleaving if there is one, with few
 * context switches, and otherwise an order that keeps program order and reads-from.
 */
public final class Linearization {

  private final ExecutionGraph g;
  private final BitRows predecessors = new BitRows();
  private final List<Integer> events = new ArrayList<>();
  private final boolean interleaving;

  public Linearization(ExecutionGraph graph) {
    g = graph;
    predecessors.widen(g.sets.words);
    predecessors.ensureRows(g.capacity);
    relate(true);
    boolean all = emit();
    if (!all) {
      relate(false);
      emit();
    }
    interleaving = all;
  }

  /** Whether every read of the order reads the last write before it. */
  public boolean isInterleaving() {
    return interleaving;
  }

  public List<Integer> events() {
    return events;
  }

  private void relate(boolean sequential) {
    for (int i = 0; i < g.size; i++) {
      int e = g.order[i];
      predecessors.clearRow(e);
      if (g.previous[e] >= 0) {
        predecessors.set(e, g.previous[e]);
      }
      if (g.type[e] == ExecutionGraph.READ && g.source[e] >= 0) {
        predecessors.set(e, g.source[e]);
      }
    }
    if (!sequential) {
      return;
    }
    for (int s = 0; s < g.slots; s++) {
      for (int i = 0; i < g.coSize[s]; i++) {
        int w = g.co[s][i];
        if (i > 0) {
          predecessors.set(w, g.co[s][i - 1]);
        }
        predecessors.orRow(w, g.readersRows(i), g.readersRow(s, i));
      }
    }
  }

  private boolean emit() {
    events.clear();
    BitRows done = new BitRows();
    done.widen(g.sets.words);
    int[][] byThread = new int[g.threads][];
    int[] at = new int[g.threads];
    for (int t = 0; t < g.threads; t++) {
      byThread[t] = events(g, t);
    }
    int current = 0;
    while (events.size() < g.size) {
      int next = longestRun(byThread, at, done, current);
      if (next < 0) {
        return false;
      }
      current = next;
      int[] list = byThread[current];
      while (at[current] < list.length && done.contains(0, predecessors, list[at[current]])) {
        int e = list[at[current]++];
        done.set(0, e);
        events.add(e);
      }
    }
    return true;
  }

  /** The thread that can go on for the most events now; the present one if it can at all. */
  private int longestRun(int[][] byThread, int[] at, BitRows done, int current) {
    int best = -1;
    int longest = 0;
    BitRows then = new BitRows();
    then.widen(done.words);
    for (int t = 0; t < g.threads; t++) {
      then.copyRow(0, done, 0);
      int length = 0;
      for (int i = at[t]; i < byThread[t].length; i++) {
        if (!then.contains(0, predecessors, byThread[t][i])) {
          break;
        }
        then.set(0, byThread[t][i]);
        length++;
      }
      if (length > 0 && t == current) {
        return t;
      }
      if (length > longest) {
        longest = length;
        best = t;
      }
    }
    return best;
  }

  /** All events in program order, thread after thread. */
  static int[] byThread(ExecutionGraph g) {
    int[] all = new int[g.size];
    int n = 0;
    for (int t = 0; t < g.threads; t++) {
      for (int e : events(g, t)) {
        all[n++] = e;
      }
    }
    return all;
  }

  /** The events of a thread in program order. */
  static int[] events(ExecutionGraph g, int t) {
    int n = 0;
    for (int e = g.last[t]; e >= 0; e = g.previous[e]) {
      n++;
    }
    int[] events = new int[n];
    for (int e = g.last[t]; e >= 0; e = g.previous[e]) {
      events[--n] = e;
    }
    return events;
  }
}
