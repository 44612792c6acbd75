package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What a memory model knows of the order of the events of one graph. It fills the graph's {@code
 * before} rows, and may keep rows of its own, one for each event.
 */
abstract class Views {

  final ExecutionGraph g;
  private final List<BitRows> own = new ArrayList<>();

  Views(ExecutionGraph graph) {
    this.g = graph;
  }

  /** Rows of the model's own, one for each event. */
  final BitRows rows() {
    BitRows rows = new BitRows();
    own.add(rows);
    return rows;
  }

  /** Makes room for so many events. */
  void resize(int capacity) {
    for (BitRows rows : own) {
      rows.widen(capacity >> 6);
      rows.ensureRows(capacity);
    }
  }

  /** An event stands at the end of its thread; nothing is known of it yet. */
  void begin(int event) {}

  /** Sets what comes before an event by its thread alone. */
  abstract void inherit(int event);

  /** A read reads from a write, or from {@link ExecutionGraph#INITIAL}. */
  abstract void readsFrom(int read, int write);

  /** An event is complete: sets what its thread hands on to later ones. */
  abstract void passOn(int event);

  /** Whether an event of another thread comes too late to read from, or be, what a write hides. */
  abstract boolean isPast(int write, int event);

  /**
   * Whether two events of different threads are not kept apart: by release and acquire, where the
   * model knows them.
   */
  boolean areUnordered(int a, int b) {
    return g.thread[a] != g.thread[b] && !g.isBefore(a, b) && !g.isBefore(b, a);
  }

  /** Takes over what another graph knows of the first so many events, as far as they are kept. */
  abstract void copyKept(Views other, int events, long[] kept, int keptBase);
}
