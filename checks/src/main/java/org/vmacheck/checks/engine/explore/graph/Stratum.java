package org.vmacheck.checks.engine.explore.graph;

import java.util.function.Supplier;

/**
 * A sample of graphs, each of which stands for so many, drawn one after the other without knowing
 * how many will come (Duffield, Lund, Thorup: Priority sampling for estimation of arbitrary subset
 * sums, 2007).
 */
final class Stratum {

  private final Supplier<ExecutionGraph> blank;
  private final ExecutionGraph[] graphs;
  private final double[] weights;
  private final double[] priorities;
  private int size;

  /** The highest priority of what is not in the sample. */
  private double threshold;

  Stratum(int room, Supplier<ExecutionGraph> blank) {
    this.blank = blank;
    graphs = new ExecutionGraph[room];
    weights = new double[room];
    priorities = new double[room];
  }

  /**
   * A graph that may get into the sample.
   *
   * @param weight how many it stands for
   * @param chance drawn evenly between 0, which it is not, and 1
   */
  void offer(ExecutionGraph graph, double weight, double chance) {
    double priority = weight / chance;
    if (size < graphs.length) {
      graphs[size] = blank.get();
      put(size++, graph, weight, priority);
      return;
    }
    int least = 0;
    for (int i = 1; i < size; i++) {
      if (priorities[i] < priorities[least]) {
        least = i;
      }
    }
    threshold = Math.max(threshold, Math.min(priority, priorities[least]));
    if (priority > priorities[least]) {
      put(least, graph, weight, priority);
    }
  }

  private void put(int at, ExecutionGraph graph, double weight, double priority) {
    graphs[at].copy(graph);
    weights[at] = weight;
    priorities[at] = priority;
  }

  int size() {
    return size;
  }

  ExecutionGraph graph(int i) {
    return graphs[i];
  }

  /** How many a graph of the sample stands for. */
  double weight(int i) {
    return Math.max(weights[i], threshold);
  }

  /** Whether everything that was offered is in the sample. */
  boolean isWhole() {
    return threshold == 0;
  }
}
