package org.vmacheck.checks.engine.explore.graph;

import java.util.HashMap;
import java.util.Map;

/**
 * What would become of an execution that was cut: from its end, each thread goes on alone, without
 * anybody else between its steps, until it ends or waits. No thread can wish for more; one that
 * still starts over and over does so under every fair schedule.
 */
public final class Livelock {

  /** How many more bounds a thread that runs alone may pass. */
  private static final int ROUNDS = 3;

  private final ExecutionGraph g;
  private final Threads program;
  private final Map<Integer, Long> written = new HashMap<>();
  private final Label[] at;

  private Livelock(ExecutionGraph graph, Threads program) {
    this.g = graph;
    this.program = program;
    this.at = new Label[graph.threads];
    for (int t = 0; t < at.length; t++) {
      // a failed wait reads again
      at[t] = g.pending[t] == Label.WAITING ? g.label[g.last[t]] : g.pending[t];
    }
  }

  /** A thread that never ends, or -1 if all of those that were cut end. */
  public static int find(ExecutionGraph graph, Threads program) {
    return new Livelock(graph, program).find();
  }

  private int find() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (int t = 0; t < at.length; t++) {
        progress |= at[t].type != Label.Type.END && runAlone(t);
      }
    }
    for (int t = 0; t < at.length; t++) {
      if (at[t].type == Label.Type.CUT) {
        return t;
      }
    }
    return -1;
  }

  /** Returns whether the thread ended. */
  private boolean runAlone(int t) {
    int rounds = 0;
    while (true) {
      Label label = at[t];
      switch (label.type) {
        case CUT -> {
          if (rounds++ == ROUNDS) {
            return false;
          }
        }
        case END -> {
          return true;
        }
        case BUG, BLOCKED -> {
          return false;
        }
        default -> {}
      }
      long value = label.reads() ? value(label.location) : 0;
      if (label.reads() && !label.passes(value)) {
        return false;
      }
      if (label.type == Label.Type.WRITE || label.replaces(value)) {
        written.put(label.location, label.written(value));
      }
      at[t] = program.after(t, label, value);
    }
  }

  private long value(int cell) {
    Long known = written.get(cell);
    return known != null ? known : g.finalValue(cell, program.initial(cell));
  }
}
