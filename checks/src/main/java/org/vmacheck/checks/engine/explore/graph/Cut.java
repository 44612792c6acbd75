package org.vmacheck.checks.engine.explore.graph;

/** Where the tree of an exploration is cut, and who explores what is below. */
interface Cut {

  /** How many events the graphs at the cut have come by. */
  int level();

  /** A graph at the cut: whether this explorer goes on from there. */
  boolean takesSubtree();

  /** The end of an execution at or above the cut: whether it is this explorer's. */
  boolean takesEnd();
}
