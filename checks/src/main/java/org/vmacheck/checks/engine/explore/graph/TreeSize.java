package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * How many ends the tree of an exploration has, estimated from a sample of each of its levels: all
 * that is one step from the graphs in the sample of a level is drawn from for the sample of the
 * next (Chen: Heterogeneous sampling, 1992; Vaisman and Kroese: Stochastic enumeration, 2017).
 * Graphs with many events and graphs with few are drawn apart, since a revisit that starts over
 * with few may lead to more than all others.
 *
 * <p>On the average over all seeds the result is the true number. A tree that is nowhere wider than
 * the sample is counted, not estimated.
 */
public final class TreeSize {

  /**
   * What one pass through the levels found.
   *
   * @param complete executions in which every thread ends
   * @param others that are blocked or cut
   * @param counted whether all are counted, and nothing has been left to chance
   */
  public record Ends(double complete, double others, boolean counted) {}

  /** Graphs of a level that have the same number of events, at the least. */
  private static final int FEWEST = 1;

  private final Threads program;
  private final MemoryModel model;
  private final RandomGenerator random;
  private final Explorer explorer;
  private final Deque<ExecutionGraph> pool = new ArrayDeque<>();

  /** What is left of the level that is looked at. */
  private final Deque<Stratum> level = new ArrayDeque<>();

  private final Map<Integer, Stratum> next = new TreeMap<>();
  private int sample;
  private int room;
  private double weight;
  private double complete;
  private double others;
  private boolean counted;

  public TreeSize(Threads program, MemoryModel model, RandomGenerator random) {
    this.program = program;
    this.model = model;
    this.random = random;
    this.explorer = new Explorer(program, model, new Counter());
  }

  /**
   * Begins a pass through all levels.
   *
   * @param graphs about how many of a level to look at
   */
  public void begin(int graphs) {
    sample = graphs;
    room = graphs;
    complete = 0;
    others = 0;
    counted = true;
    weight = 1;
    level.clear();
    next.clear();
    draw(explorer.root());
  }

  /**
   * Goes on with the pass.
   *
   * @param hasTime asked often
   * @return what it found; null if there was not the time, and it may go on later
   */
  public Ends goOn(BooleanSupplier hasTime) {
    while (!level.isEmpty() || !next.isEmpty()) {
      if (level.isEmpty()) {
        level.addAll(next.values());
        counted &= level.stream().allMatch(Stratum::isWhole);
        room = Math.max(FEWEST, sample / level.size());
        next.clear();
      }
      if (!hasTime.getAsBoolean()) {
        return null;
      }
      expand(level.pop());
    }
    return new Ends(complete, others, counted);
  }

  private void expand(Stratum stratum) {
    for (int i = 0; i < stratum.size(); i++) {
      weight = stratum.weight(i);
      explorer.expand(stratum.graph(i), this::draw);
      pool.push(stratum.graph(i));
    }
  }

  private void draw(ExecutionGraph graph) {
    Stratum stratum = next.computeIfAbsent(graph.size, events -> new Stratum(room, this::blank));
    stratum.offer(graph, weight, 1 - random.nextDouble());
  }

  private ExecutionGraph blank() {
    return pool.isEmpty() ? new ExecutionGraph(program.count(), model) : pool.pop();
  }

  private final class Counter implements Visitor {

    @Override
    public boolean complete(ExecutionGraph graph) {
      complete += weight;
      return true;
    }

    @Override
    public boolean blocked(ExecutionGraph graph, boolean stuck) {
      others += weight;
      return true;
    }

    @Override
    public boolean cut(ExecutionGraph graph) {
      others += weight;
      return true;
    }

    @Override
    public boolean bug(ExecutionGraph graph, int thread) {
      return true;
    }
  }
}
