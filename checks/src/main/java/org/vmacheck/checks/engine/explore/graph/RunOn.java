package org.vmacheck.checks.engine.explore.graph;

import java.util.HashMap;
import java.util.Map;

/**
 * Threads that go on after the end of an execution, on memory in which every write has happened.
 */
final class RunOn {

  /** How many more bounds a thread that runs alone may pass. */
  private static final int ROUNDS = 3;

  private final ExecutionGraph g;
  private final Threads program;
  private final Map<Integer, Long> written = new HashMap<>();
  private final Label[] at;

  RunOn(ExecutionGraph graph, Threads program) {
    this.g = graph;
    this.program = program;
    this.at = new Label[graph.threads];
    for (int t = 0; t < at.length; t++) {
      // a failed wait reads again
      at[t] = g.pending[t] == Label.WAITING ? g.label[g.last[t]] : g.pending[t];
    }
  }

  Livelock find() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (int t = 0; t < at.length; t++) {
        progress |= at[t].type != Label.Type.END && runAlone(t);
      }
    }
    for (int t = 0; t < at.length; t++) {
      if (at[t].type == Label.Type.CUT) {
        return new Livelock(t, at[t].note);
      }
    }
    return null;
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
