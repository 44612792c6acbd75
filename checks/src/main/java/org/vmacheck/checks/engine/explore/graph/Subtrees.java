package org.vmacheck.checks.engine.explore.graph;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The tree of an exploration cut at a certain depth, for several explorers of one program to share.
 * All of them walk the same tree in the same order and number what they meet at the cut (and the
 * ends of executions above it) alike; each of these goes to the explorer that comes to it first.
 */
public final class Subtrees {

  private static final int SHALLOWEST = 4;

  private final int level;
  private final int size;
  private final AtomicIntegerArray taken;

  private Subtrees(Survey whole) {
    level = whole.level;
    size = whole.subtrees;
    taken = new AtomicIntegerArray(whole.subtrees + whole.ends);
  }

  /**
   * Cuts the tree of a program at the lowest depth with so many subtrees, or, if no depth has so
   * many, about where it is widest. Many programs do not branch before they are a hundred events
   * deep, so the depth says nothing of the number.
   */
  public static Subtrees of(Threads program, MemoryModel model, int enough) {
    int shallow = 0;
    int deep = SHALLOWEST;
    Survey survey = Survey.of(program, model, deep, enough);
    Survey best = survey;
    while (survey.tooShallow()) {
      shallow = deep;
      deep *= 2;
      survey = Survey.of(program, model, deep, enough);
      best = best.orBetter(survey);
    }
    while (deep - shallow > 1) {
      int middle = (shallow + deep) / 2;
      survey = Survey.of(program, model, middle, enough);
      best = best.orBetter(survey);
      if (survey.tooShallow()) {
        shallow = middle;
      } else {
        deep = middle;
      }
    }
    return new Subtrees(Survey.of(program, model, best.level, Integer.MAX_VALUE));
  }

  /** How many subtrees there are at the cut. */
  public int size() {
    return size;
  }

  /** The cut for one of the explorers. */
  Cut share() {
    return new Share();
  }

  private final class Share implements Cut {
    private int met;

    @Override
    public int level() {
      return level;
    }

    @Override
    public boolean takesSubtree() {
      return taken.compareAndSet(met++, 0, 1);
    }

    @Override
    public boolean takesEnd() {
      return taken.compareAndSet(met++, 0, 1);
    }
  }
}
