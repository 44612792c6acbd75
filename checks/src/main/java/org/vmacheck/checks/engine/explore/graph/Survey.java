package org.vmacheck.checks.engine.explore.graph;

/** A walk over the tree of an exploration above a cut that counts what is there. */
final class Survey implements Cut, Visitor {

  /**
   * Where there are so many ends above the cut for each subtree that is wanted, nobody looks on.
   */
  private static final int ENDS_FOR_EACH = 64;

  final int level;
  private final int enough;
  int subtrees;
  int ends;

  private Survey(int level, int enough) {
    this.level = level;
    this.enough = enough;
  }

  /** Counts all, or, more or less, the first so many. */
  static Survey of(Threads program, MemoryModel model, int level, int enough) {
    Survey survey = new Survey(level, enough);
    Explorer explorer = new Explorer(program, model, survey);
    explorer.share(survey);
    explorer.explore();
    return survey;
  }

  private boolean seenEnough() {
    return subtrees >= enough || ends / ENDS_FOR_EACH >= enough;
  }

  /** Whether there may be more subtrees at a deeper cut. */
  boolean tooShallow() {
    return subtrees > 0 && !seenEnough();
  }

  /** The one of enough subtrees at the lower level, or the one of more. */
  Survey orBetter(Survey other) {
    if (subtrees >= enough && other.subtrees >= enough) {
      return level < other.level ? this : other;
    }
    return subtrees >= other.subtrees ? this : other;
  }

  @Override
  public int level() {
    return level;
  }

  @Override
  public boolean takesSubtree() {
    subtrees++;
    return false;
  }

  @Override
  public boolean takesEnd() {
    ends++;
    return false;
  }

  @Override
  public boolean tick() {
    return !seenEnough();
  }

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
}
