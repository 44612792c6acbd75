package org.vmacheck.checks.engine.explore.graph;

import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.MemoryModelName;

/**
 * What the explorer asks of a memory model. Every model keeps each cell coherent and updates
 * atomic. The models that the explorer knows are all <em>extensible</em>: an event added at the end
 * of its thread that reads the last write to its cell, or becomes it, leaves a consistent graph
 * consistent. So only other choices are checked.
 */
public abstract class MemoryModel {

  /** The model of a name. */
  public static MemoryModel of(MemoryModelName name) {
    return switch (name) {
      case SC -> new SequentialConsistency();
      case TSO -> new TotalStoreOrder();
      case LKMM -> throw new EngineFailure("the explorer does not know LKMM yet");
    };
  }

  /** Whether later reads of a thread may be carried out before its earlier writes. */
  boolean readsPassWrites() {
    return false;
  }

  /** Whether the {@code before} rows must be an order; otherwise {@link #consistent} decides. */
  boolean keepsOrder() {
    return true;
  }

  /** Whether a graph whose {@code before} rows are no order is consistent. */
  boolean consistent(ExecutionGraph graph) {
    return true;
  }

  /**
   * Whether grace periods and read sections of RCU agree. Not part of consistency, because it is
   * not extensible; asked where an execution ends.
   */
  boolean respectsGracePeriods(ExecutionGraph graph) {
    return new GracePeriods(graph).consistent();
  }

  /** Whether one event comes before another in every execution that looks like this one. */
  boolean before(ExecutionGraph graph, int first, int second) {
    return graph.isBefore(first, second)
        || (graph.gracePeriods > 0 && new GracePeriods(graph).before(first, second));
  }
}
