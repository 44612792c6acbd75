package org.vmacheck.checks.engine.explore.graph;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The tree of an exploration cut at a certain depth, for several explorers of one program to share.
 * All of them walk the same tree in the same order and number what they meet at the cut (and the
 * ends of executions above it) alike; each of these goes to the explorer that comes to it first.
 */
public final class Subtrees {

  private static final int DEEPEST = 64;

  final int level;
  private final AtomicIntegerArray taken;
  private int counted;

  private Subtrees(int level, int count) {
    this.level = level;
    taken = count < 0 ? null : new AtomicIntegerArray(count);
  }

  /** Cuts the tree of a program where there are at least so many subtrees, if it has so many. */
  public static Subtrees of(Threads program, MemoryModel model, int enough) {
    int level = 4;
    int count = count(program, model, level);
    while (count < enough && level < DEEPEST) {
      level += 4;
      count = count(program, model, level);
    }
    return new Subtrees(level, count);
  }

  private static int count(Threads program, MemoryModel model, int level) {
    Subtrees counting = new Subtrees(level, -1);
    Explorer explorer = new Explorer(program, model, Silent.VISITOR);
    explorer.share(counting);
    explorer.explore();
    return counting.counted;
  }

  /** Whether the subtree of this number is the caller's. */
  boolean take(int number) {
    if (taken == null) {
      counted++;
      return false;
    }
    return taken.compareAndSet(number, 0, 1);
  }

  private enum Silent implements Visitor {
    VISITOR;

    @Override
    public boolean complete(ExecutionGraph graph) {
      return true;
    }

    @Override
    public boolean blocked(ExecutionGraph graph, boolean stuck) {
      return true;
    }

    @Override
    public boolean cut(ExecutionGraph graph) {
      return true;
    }

    @Override
    public boolean bug(ExecutionGraph graph, int thread) {
      return true;
    }

    @Override
    public boolean useAfterFree(ExecutionGraph graph, int access, int free) {
      return true;
    }

    @Override
    public boolean dataRace(ExecutionGraph graph, DataRace race) {
      return true;
    }
  }
}
