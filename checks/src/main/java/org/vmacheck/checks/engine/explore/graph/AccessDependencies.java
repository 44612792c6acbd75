package org.vmacheck.checks.engine.explore.graph;

/**
 * The reads that an access depends on: as the step states it, those included whose values came to
 * it by way of the thread's own writes; or those that the kernel keeps. Sets of events are rows of
 * the graph's width, to which is added.
 */
final class AccessDependencies {

  private enum Kind {
    ADDRESS,
    DATA,
    CONTROL
  }

  private final ExecutionGraph g;
  private final Threads program;
  private final ThreadOrder thread;

  AccessDependencies(ExecutionGraph graph, Threads program, ThreadOrder thread) {
    g = graph;
    this.program = program;
    this.thread = thread;
  }

  /**
   * Adds the reads that gave an event's address. Where that is not stated, a pointer to the object
   * gives it, or what may hold one.
   */
  void addAddress(int e, long[] set) {
    int p = g.previous[e];
    if (g.type[e] == ExecutionGraph.FENCE || p < 0) {
      return;
    }
    if (areStated(e)) {
      addStated(e, Kind.ADDRESS, set);
      return;
    }
    int object = program.object(g.label[e].location);
    int words = thread.upTo.words;
    for (int i = 0; object >= 0 && i < words; i++) {
      long left =
          thread.upTo.bits[p * words + i] & thread.kinds.bits[ThreadOrder.ADDRESSES * words + i];
      for (; left != 0; left &= left - 1) {
        int r = (i << 6) + Long.numberOfTrailingZeros(left);
        if (program.leadsTo(g.label[r].location, g.value[r], object)) {
          set[i] |= 1L << r;
        }
      }
    }
  }

  /**
   * Adds the reads that a write depends on but for its address. Where that is not stated, these are
   * all; but nothing depends on an update without a return value except its own write.
   */
  void addDataAndControl(int write, long[] set) {
    if (areStated(write)) {
      addStated(write, Kind.DATA, set);
      addStated(write, Kind.CONTROL, set);
      return;
    }
    int p = g.previous[write];
    if (p < 0) {
      return;
    }
    int words = thread.upTo.words;
    for (int i = 0; i < words; i++) {
      set[i] |=
          thread.upTo.bits[p * words + i]
              & thread.kinds.bits[ThreadOrder.READS * words + i]
              & ~thread.kinds.bits[ThreadOrder.NORETURN * words + i];
    }
    if (g.label[p] == g.label[write]) {
      set[p >> 6] |= 1L << p;
    }
  }

  /** Adds the reads that gave the address of a write, or what it writes if that is stated. */
  void addAddressAndData(int write, long[] set) {
    addAddress(write, set);
    if (areStated(write)) {
      addStated(write, Kind.DATA, set);
    }
  }

  private boolean areStated(int event) {
    return g.label[event].dependencies != null;
  }

  private void addStated(int event, Kind kind, long[] set) {
    long positions = positions(event, kind);
    for (int r = g.previous[event]; positions != 0 && r >= 0; r = g.previous[r]) {
      if (g.type[r] != ExecutionGraph.READ || (positions >>> g.label[r].position() & 1) == 0) {
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
