package org.vmacheck.checks.engine.explore.graph;

import org.vmacheck.checks.engine.MemoryModelName;

/**
 * What the explorer asks of a memory model. Every model keeps each cell coherent and updates
 * atomic. The models that the explorer knows are all <em>extensible</em>: an event added at the end
 * of its thread that reads the last write to its cell, or becomes it, leaves a consistent graph
 * consistent. So only other choices are checked.
 */
public abstract class MemoryModel {

  /** The model of a name. */
  public static MemoryModel of(MemoryModelName name, Threads program) {
    return switch (name) {
      case SC -> new SequentialConsistency();
      case TSO -> new TotalStoreOrder();
      case LKMM -> new LinuxKernel(program);
    };
  }

  /** What the model knows of the order of a graph's events; one for each graph. */
  abstract Views views(ExecutionGraph graph);

  /**
   * Whether a graph is still consistent after an event has been added at the end of its thread that
   * comes before and after itself in the {@code before} rows; asked only under models that let such
   * a graph come about.
   */
  boolean consistent(ExecutionGraph graph, int event) {
    return false;
  }

  /**
   * Whether a graph is an execution also by the rules that are not extensible, that of grace
   * periods above all; asked where an execution ends, and before anything in it is a finding.
   */
  public boolean acceptsEnd(ExecutionGraph graph) {
    return graph.count(Label.Fence.RCU_SYNC) == 0 || new GracePeriods(graph).consistent();
  }

  /** A data race of a complete execution, or null; null under models that know none. */
  public DataRace dataRace(ExecutionGraph graph) {
    return null;
  }

  /** Whether one event comes before another in every execution that looks like this one. */
  boolean before(ExecutionGraph graph, int first, int second) {
    return graph.isBefore(first, second)
        || (graph.count(Label.Fence.RCU_SYNC) > 0 && new GracePeriods(graph).before(first, second));
  }
}
