package org.vmacheck.checks.engine.explore.graph;

/**
 * An access to a freed object, or one that is freed twice. An access that does not come before the
 * free is one after it in some execution that looks the same to all threads up to here.
 *
 * @param access the event that accesses the object, or frees it again
 * @param free the event that frees it
 */
public record UseAfterFree(int access, int free) {

  /**
   * The first in a graph that has been extended, or null. Of the events that were seen before, what
   * was ordered still is, and of what was not, either nothing became a finding or the search would
   * have ended: so one of the two is new.
   */
  public static UseAfterFree find(ExecutionGraph g, Threads program, MemoryModel model) {
    if (g.count(Label.Fence.FREE) == 0) {
      return null;
    }
    for (int i = 0; i < g.size; i++) {
      int free = g.order[i];
      if (!g.isFree(free)) {
        continue;
      }
      for (int j = i < g.seen ? g.seen : 0; j < g.size; j++) {
        int x = g.order[j];
        if (x != free
            && object(g, program, x) == g.label[free].location
            && !(g.isFree(x) && j < i)
            && !model.before(g, x, free)
            && model.acceptsEnd(g)) {
          return new UseAfterFree(x, free);
        }
      }
    }
    return null;
  }

  /** The object that an event accesses or frees, or -1. */
  private static int object(ExecutionGraph g, Threads program, int event) {
    if (g.type[event] != ExecutionGraph.FENCE) {
      return program.object(g.label[event].location);
    }
    return g.isFree(event) ? g.label[event].location : -1;
  }
}
