package org.vmacheck.checks.engine.explore.graph;

/**
 * Looks for accesses to freed objects. An access that does not come before the free is one after it
 * in some execution that looks the same to all threads up to here.
 */
final class Frees {

  private Frees() {}

  /** Tells the visitor of the first access to a freed object; returns whether to go on. */
  static boolean check(ExecutionGraph g, Threads program, MemoryModel model, Visitor visitor) {
    return check(g, program, model, visitor, g.order);
  }

  private static boolean check(
      ExecutionGraph g, Threads program, MemoryModel model, Visitor visitor, int[] order) {
    for (int i = 0; i < g.size; i++) {
      int free = order[i];
      if (g.type[free] != ExecutionGraph.FENCE || g.step[free].fence != Step.Fence.FREE) {
        continue;
      }
      for (int j = 0; j < g.size; j++) {
        int x = order[j];
        if (x != free
            && touches(g, program, x, g.step[free].location)
            && !(isFree(g, x) && j < i)
            && !model.before(g, x, free)
            && model.acceptsEnd(g)) {
          // which of several is told of does not hang on the order in which they came to be
          return order == g.order
              ? check(g, program, model, visitor, Linearization.byThread(g))
              : visitor.useAfterFree(g, x, free);
        }
      }
    }
    return true;
  }

  private static boolean isFree(ExecutionGraph g, int event) {
    return g.type[event] == ExecutionGraph.FENCE;
  }

  private static boolean touches(ExecutionGraph g, Threads program, int event, int object) {
    if (isFree(g, event)) {
      return g.step[event].fence == Step.Fence.FREE && g.step[event].location == object;
    }
    return program.object(g.step[event].location) == object;
  }
}
