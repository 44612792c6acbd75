package org.vmacheck.checks.engine.explore.graph;

/**
 * x86-TSO: as sequential consistency, but a read may be carried out before an earlier write of its
 * thread, unless a fence or a locked instruction is between them, and a thread sees its own writes
 * before others do.
 */
public final class TotalStoreOrder extends MemoryModel {

  @Override
  Views views(ExecutionGraph graph) {
    return new Rows(graph);
  }

  /** An event hands on two things: what later reads come after, and what all else does. */
  private static final class Rows extends Views {

    private final BitRows toReads = rows();
    private final BitRows toWrites = rows();

    Rows(ExecutionGraph graph) {
      super(graph);
    }

    @Override
    void inherit(int e) {
      int p = g.previous[e];
      if (p < 0) {
        g.before.clearRow(e);
      } else {
        g.before.copyRow(e, isRead(g.label[e]) ? toReads : toWrites, p);
        g.close(g.before, e);
      }
    }

    /** A locked instruction reads after the writes before it; a read section begins as a read. */
    private static boolean isRead(Label label) {
      return label.type == Label.Type.READ || label.fence == Label.Fence.RCU_LOCK;
    }

    @Override
    void readsFrom(int read, int write) {
      if (write >= 0 && g.thread[write] != g.thread[read]) {
        g.before.orRow(read, g.before, write);
        g.before.set(read, write);
        g.close(g.before, read);
      }
    }

    @Override
    void passOn(int e) {
      int p = g.previous[e];
      if (p < 0) {
        toWrites.clearRow(e);
        toReads.clearRow(e);
      } else {
        toWrites.copyRow(e, toWrites, p);
        toReads.copyRow(e, toReads, p);
      }
      toWrites.orRow(e, g.before, e);
      toWrites.set(e, e);
      if (isBarrier(g.label[e])) {
        toReads.copyRow(e, toWrites, e);
      } else if (isRead(g.label[e])) {
        toReads.orRow(e, g.before, e);
        toReads.set(e, e);
      }
    }

    private static boolean isBarrier(Label label) {
      return label.type == Label.Type.UPDATE
          || label.fence == Label.Fence.MB
          || label.fence == Label.Fence.RCU_SYNC;
    }

    @Override
    boolean isPast(int write, int e) {
      return g.before.get(e, write);
    }

    @Override
    void copyKept(Views other, int events, long[] kept, int keptBase) {
      Rows from = (Rows) other;
      toReads.copyMasked(from.toReads, events, kept, keptBase);
      toWrites.copyMasked(from.toWrites, events, kept, keptBase);
    }
  }
}
