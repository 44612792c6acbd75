package org.vmacheck.checks.engine.explore.graph;

/**
 * The reads that an access depends on, those included whose values came to it by way of the
 * thread's own writes; as {@link CandidateExecution} states them to the axioms. Sets of events are
 * rows of the graph's width, to which is added.
 */
final class CarriedDependencies {

  private enum Kind {
    ADDRESS,
    DATA,
    CONTROL
  }

  private final ExecutionGraph g;
  private final Threads program;

  CarriedDependencies(ExecutionGraph graph, Threads program) {
    g = graph;
    this.program = program;
  }

  /** Adds the reads that gave an address. */
  void addAddress(int event, long[] set) {
    if (g.label[event].dependencies != null) {
      addStated(event, Kind.ADDRESS, set);
      return;
    }
    int object = program.object(g.label[event].location);
    if (object < 0) {
      return;
    }
    for (int r = g.previous[event]; r >= 0; r = g.previous[r]) {
      if (g.type[r] == ExecutionGraph.READ
          && mayGive(r, event)
          && program.leadsTo(g.label[r].location, g.value[r], object)) {
        add(r, set);
      }
    }
  }

  /** Adds the reads that gave the address, or what is written. */
  void addAddressAndData(int event, long[] set) {
    addAddress(event, set);
    if (g.label[event].dependencies != null) {
      addStated(event, Kind.DATA, set);
    }
  }

  /** Adds the reads that gave what is written, or decided that something is. */
  void addDataAndControl(int write, long[] set) {
    if (g.label[write].dependencies != null) {
      addStated(write, Kind.DATA, set);
      addStated(write, Kind.CONTROL, set);
      return;
    }
    for (int r = g.previous[write]; r >= 0; r = g.previous[r]) {
      if (g.type[r] == ExecutionGraph.READ && mayGive(r, write)) {
        add(r, set);
      }
    }
  }

  /** Nothing depends on the read of an update without a return value but its own write. */
  private boolean mayGive(int read, int event) {
    return g.label[read].role != Label.Role.NORETURN || g.label[read] == g.label[event];
  }

  private void addStated(int event, Kind kind, long[] set) {
    long positions = positions(event, kind);
    for (int r = g.previous[event]; positions != 0 && r >= 0; r = g.previous[r]) {
      if (g.type[r] != ExecutionGraph.READ || (positions >>> (g.label[r].depth - 1) & 1) == 0) {
        continue;
      }
      if (kind == Kind.ADDRESS && g.label[r] == g.label[event]) {
        continue;
      }
      if ((set[r >> 6] >>> r & 1) == 0) {
        add(r, set);
        int w = g.source[r];
        if (w >= 0 && g.thread[w] == g.thread[r] && g.label[w].role != Label.Role.SRCU) {
          addStated(w, Kind.DATA, set);
        }
      }
    }
  }

  private long positions(int event, Kind kind) {
    Dependencies stated = g.label[event].dependencies;
    boolean write = g.type[event] == ExecutionGraph.WRITE;
    return switch (kind) {
      case ADDRESS -> stated.address();
      case CONTROL -> stated.control();
      case DATA -> {
        boolean update = g.label[event].type == Label.Type.UPDATE;
        yield write ? stated.data().applyAsLong(update ? g.value[g.previous[event]] : 0) : 0;
      }
    };
  }

  private static void add(int event, long[] set) {
    set[event >> 6] |= 1L << event;
  }
}
