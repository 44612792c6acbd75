package org.vmacheck.checks.engine.explore.graph;

/** The test that makes backward revisits unique. */
final class Maximality {

  private Maximality() {}

  /**
   * Whether an event was added maximally: among the events of {@code previous} (those added before
   * it, itself, and those that the revisiting write depends on) nobody reads from it, and it reads
   * from, or is, the last write to its cell. That what it reads from is among them need not be
   * asked: the youngest event is asked first, and a write that is read by an older one, which is
   * still there, is not maximal.
   */
  static boolean maximallyAdded(ExecutionGraph g, int event, BitRows previous) {
    byte type = g.type[event];
    if (type == ExecutionGraph.FENCE) {
      return true;
    }
    int write = event;
    if (type == ExecutionGraph.READ) {
      write = g.source[event];
    } else if (g.readers.intersects(event, previous, 0)) {
      return false;
    }
    int slot = g.slot[event];
    int[] co = g.co[slot];
    for (int i = g.coSize[slot] - 1; i >= 0; i--) {
      int w = co[i];
      if (w == write) {
        return true;
      }
      if (previous.get(0, w)) {
        return false;
      }
    }
    return true;
  }
}
