package org.vmacheck.checks.engine.explore.graph;

/**
 * Sequential consistency: program order, reads-from, coherence and from-reads together are an
 * order.
 */
public final class SequentialConsistency extends MemoryModel {

  @Override
  Views views(ExecutionGraph graph) {
    return new Rows(graph);
  }

  /** An event hands on all that is before it. */
  private static final class Rows extends Views {

    Rows(ExecutionGraph graph) {
      super(graph);
    }

    @Override
    void inherit(int e) {
      BitRows before = g.before;
      int p = g.previous[e];
      if (p < 0) {
        before.clearRow(e);
      } else {
        before.copyRow(e, before, p);
        before.set(e, p);
        g.close(before, e);
      }
    }

    @Override
    void readsFrom(int read, int write) {
      if (write >= 0) {
        g.before.orRow(read, g.before, write);
        g.before.set(read, write);
        g.close(g.before, read);
      }
    }

    @Override
    void passOn(int e) {}

    @Override
    boolean isPast(int write, int e) {
      return g.before.get(e, write);
    }

    @Override
    void copyKept(Views other, int events, long[] kept, int keptBase) {}
  }
}
