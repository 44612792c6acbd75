package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;

/**
 * In which order plain accesses must take place, as LKMM defines it for two accesses, grace periods
 * aside; to be laid beside "Plain accesses and data races" in {@code linux-kernel.cat}.
 */
final class PlainOrder {

  private final ExecutionGraph g;
  private final ThreadOrder thread;
  private final AccessDependencies dependencies;
  private final SettledOrder settled;
  private final ExecutesBefore before;
  private final BitRows visible = new BitRows();
  private long[] set = new long[1];

  PlainOrder(
      ExecutionGraph graph,
      ThreadOrder thread,
      AccessDependencies dependencies,
      SettledOrder settled,
      ExecutesBefore before) {
    g = graph;
    this.thread = thread;
    this.dependencies = dependencies;
    this.settled = settled;
    this.before = before;
  }

  /** {@code rw-xbstar}. */
  boolean readBeforeWrite(int x, int y) {
    if (fenced(x, y)) {
      return true;
    }
    beginBefore(y, false);
    if (isReadBeforeFound(x)) {
      return true;
    }
    before.search();
    return isReadBeforeFound(x);
  }

  private boolean isReadBeforeFound(int x) {
    for (int m = g.last[g.thread[x]]; m >= 0; m = g.previous[m]) {
      if (before.contains(m) && isMarked(m) && isReadPostBounded(x, m)) {
        return true;
      }
      if (m == x) {
        return false;
      }
    }
    return false;
  }

  /** {@code r-post-bounded}. */
  private boolean isReadPostBounded(int x, int m) {
    if (x == m) {
      return true;
    }
    clear();
    thread.addFencedButForRmb(m, set);
    if (isRead(m) && !isNoreturn(m) && !isNoreturn(x)) {
      int rmb = thread.mark(m, ThreadOrder.RMB);
      if (rmb >= 0 && thread.upTo.get(rmb, x)) {
        return true;
      }
    }
    return contains(x);
  }

  /** {@code wr-vis}. */
  boolean writeVisibleToRead(int x, int y) {
    return writeVisible(x, y, true);
  }

  /** {@code ww-vis}. */
  boolean writeVisibleToWrite(int x, int y) {
    return writeVisible(x, y, false);
  }

  private boolean writeVisible(int x, int y, boolean read) {
    if (fenced(x, y)) {
      return true;
    }
    beginBefore(y, read);
    if (isVisibleBeforeFound(x, y)) {
      return true;
    }
    before.search();
    return isVisibleBeforeFound(x, y);
  }

  private boolean isVisibleBeforeFound(int x, int y) {
    int words = g.sets.words;
    visible.widen(words);
    visible.clearRow(0);
    for (int i = 0; i < g.size; i++) {
      int m = g.order[i];
      if (!before.contains(m)) {
        continue;
      }
      int fence = thread.mark(m, ThreadOrder.STRONG);
      if (fence >= 0) {
        if (thread.upTo.get(fence, x)) {
          return true;
        }
        if (isMarked(m)) {
          visible.orRow(0, settled.passedOn, fence);
        }
      }
      if (g.thread[m] == g.thread[y] && isMarked(m)) {
        settled.addPropagated(m, visible, 0);
      }
    }
    for (int i = 0; i < g.size; i++) {
      if (visible.get(0, g.order[i]) && isWritePostBounded(x, g.order[i])) {
        return true;
      }
    }
    return false;
  }

  /** {@code w-post-bounded}. */
  private boolean isWritePostBounded(int x, int m) {
    int w = m;
    while (w >= 0) {
      if (isMarked(w) && (w == x || fenced(x, w))) {
        return true;
      }
      boolean update = g.type[w] == ExecutionGraph.WRITE && g.exclusive[w];
      w = update ? g.source[g.previous[w]] : -1;
    }
    return false;
  }

  /** Whether one event is executed before another for every observer. */
  boolean executedBefore(int x, int y) {
    clear();
    thread.addFenced(y, set);
    set[y >> 6] |= 1L << y;
    before.beginWith(set);
    if (isExecutedBeforeFound(x)) {
      return true;
    }
    before.search();
    return isExecutedBeforeFound(x);
  }

  private boolean isExecutedBeforeFound(int x) {
    if (before.contains(x)) {
      return true;
    }
    for (int m = g.last[g.thread[x]]; m >= 0 && m != x; m = g.previous[m]) {
      if (before.contains(m) && fenced(x, m)) {
        return true;
      }
    }
    return false;
  }

  /** Begins to look for what executes before what must come before a plain access. */
  private void beginBefore(int y, boolean asRead) {
    clear();
    dependencies.addAddress(y, set);
    if (!asRead) {
      thread.addFenced(y, set);
    } else {
      thread.addFencedButForRmb(y, set);
      if (!isNoreturn(y)) {
        thread.addBeforeRmb(y, set);
      }
    }
    set[y >> 6] |= 1L << y;
    int words = thread.kinds.words;
    for (int i = 0; i < words; i++) {
      set[i] &= thread.kinds.bits[ThreadOrder.MARKED * words + i];
    }
    before.beginWith(set);
  }

  private boolean fenced(int x, int y) {
    if (x == y || !thread.upTo.get(y, x)) {
      return false;
    }
    clear();
    thread.addFenced(y, set);
    return contains(x);
  }

  private void clear() {
    if (set.length != g.sets.words) {
      set = new long[g.sets.words];
    } else {
      Arrays.fill(set, 0);
    }
  }

  private boolean contains(int event) {
    return (set[event >> 6] >>> event & 1) != 0;
  }

  private boolean isMarked(int event) {
    return thread.is(ThreadOrder.MARKED, event);
  }

  private boolean isRead(int event) {
    return thread.is(ThreadOrder.READS, event);
  }

  private boolean isNoreturn(int event) {
    return thread.is(ThreadOrder.NORETURN, event);
  }
}
