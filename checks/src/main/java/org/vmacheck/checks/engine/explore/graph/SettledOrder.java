package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;

/**
 * What LKMM's axioms say of an event by program order and reads-from alone. That is settled when
 * the event is added: whatever keeps the event keeps all that comes before it by these two. Only
 * coherence and from-reads between threads ({@code overwrite & ext}) come later, and those {@link
 * ExecutesBefore} follows.
 */
final class SettledOrder {

  private final ExecutionGraph g;
  private final ThreadOrder thread;
  private final AccessDependencies dependencies;

  /** What comes before an event by one {@code cumul-fence} or more. */
  private final BitRows cumul;

  /** What comes before what is up to an event by {@code cumul-fence* ; rfe?}. */
  final BitRows passedOn;

  /** What comes before an event by {@code cumul-fence*} and then a lock that was passed on. */
  private final BitRows handedOver;

  /** What comes before an event by {@code hb} and {@code pb}, the event included. */
  final BitRows happens;

  /** What gave the addresses of the thread's plain writes up to an event. */
  private final BitRows plainAddresses;

  /** The events that all of this is known of: it is looked for only once somebody asks. */
  private final BitRows known = new BitRows();

  private boolean empty = true;
  private long[] near = new long[1];

  SettledOrder(
      ExecutionGraph graph, ThreadOrder thread, AccessDependencies dependencies, Views views) {
    g = graph;
    this.thread = thread;
    this.dependencies = dependencies;
    cumul = views.rows();
    passedOn = views.rows();
    handedOver = views.rows();
    happens = views.rows();
    plainAddresses = views.rows();
  }

  void resize(int capacity) {
    thread.resize(capacity);
    known.widen(capacity >> 6);
    near = new long[capacity >> 6];
  }

  void copy(SettledOrder from, int events, long[] kept, int keptBase) {
    empty = from.empty;
    known.clearRow(0);
    if (empty) {
      return;
    }
    for (int i = 0; i < known.words; i++) {
      known.bits[i] = from.known.bits[i] & kept[keptBase + i];
    }
    thread.copy(from.thread, events);
    cumul.copyAll(from.cumul, events);
    passedOn.copyAll(from.passedOn, events);
    handedOver.copyAll(from.handedOver, events);
    happens.copyAll(from.happens, events);
    plainAddresses.copyAll(from.plainAddresses, events);
  }

  /** Nothing is known any more of an event, which is new, or reads from another write. */
  void forget(int e) {
    known.clear(0, e);
  }

  /** Learns of the events that nothing is known of yet. */
  void learn() {
    for (int i = 0; i < known.words; i++) {
      long used = g.sets.bits[ExecutionGraph.USED * known.words + i];
      for (long left = used & ~known.bits[i];
          left != 0;
          left = left & (left - 1) & ~known.bits[i]) {
        learn((i << 6) + Long.numberOfTrailingZeros(left));
      }
    }
    empty = false;
  }

  /** Learns of an event, and before that of those that it comes after. */
  private void learn(int e) {
    if (known.get(0, e)) {
      return;
    }
    if (g.previous[e] >= 0) {
      learn(g.previous[e]);
    }
    boolean read = g.type[e] == ExecutionGraph.READ;
    if (read && g.source[e] >= 0) {
      learn(g.source[e]);
    }
    settle(e);
    if (!read || g.source[e] >= ExecutionGraph.INITIAL) {
      known.set(0, e);
    } // else a revisit has not yet given it another source
  }

  private void settle(int e) {
    int p = g.previous[e];
    thread.add(e);
    follow(passedOn, e, p);
    follow(handedOver, e, p);
    follow(plainAddresses, e, p);
    cumul.clearRow(e);
    happens.clearRow(e);
    happens.set(e, e);
    if (thread.is(ThreadOrder.MARKED, e)) {
      propagate(e, p);
      happen(e, p);
      if (thread.is(ThreadOrder.ACQUIRES, e) && g.label[e].role == Label.Role.LOCK) {
        handOver(e);
      }
    } else if (thread.is(ThreadOrder.WRITES, e)) {
      addAddresses(e);
    }
  }

  private static void follow(BitRows rows, int e, int p) {
    if (p < 0) {
      rows.clearRow(e);
    } else {
      rows.copyRow(e, rows, p);
    }
  }

  /** Lets a lock hand on what is before the unlocks before it, in its thread and by rf. */
  private void handOver(int lock) {
    addHandedOver(lock, thread.mark(lock, ThreadOrder.BEFORE_UNLOCK));
    int unlock = g.source[lock];
    if (unlock >= 0 && isExternal(unlock, lock) && thread.is(ThreadOrder.RELEASES, unlock)) {
      addHandedOver(lock, g.previous[unlock]);
    }
  }

  private void addHandedOver(int lock, int end) {
    if (end >= 0) {
      addCumul(handedOver, lock, end, ThreadOrder.MARKED);
    }
  }

  /** Adds what comes before the marked accesses of a kind up to an event, and these. */
  private void addCumul(BitRows rows, int row, int end, int kind) {
    for (int i = 0; i < thread.upTo.words; i++) {
      long left =
          thread.upTo.bits[end * thread.upTo.words + i]
              & thread.kinds.bits[ThreadOrder.MARKED * thread.upTo.words + i];
      left &= thread.kinds.bits[kind * thread.upTo.words + i];
      for (; left != 0; left &= left - 1) {
        int x = (i << 6) + Long.numberOfTrailingZeros(left);
        rows.orRow(row, cumul, x);
        rows.set(row, x);
      }
    }
  }

  private void propagate(int e, int p) {
    if (thread.mark(e, ThreadOrder.STRONG) >= 0) {
      cumul.orRow(e, passedOn, thread.mark(e, ThreadOrder.STRONG));
    }
    if (p >= 0) {
      cumul.orRow(e, handedOver, p);
      if (thread.is(ThreadOrder.RELEASES, e)) {
        cumul.orRow(e, passedOn, p);
      }
    }
    if (thread.is(ThreadOrder.WRITES, e)) {
      if (thread.mark(e, ThreadOrder.WMB) >= 0) {
        addCumul(cumul, e, thread.mark(e, ThreadOrder.WMB), ThreadOrder.WRITES);
      }
      if (g.type[e] == ExecutionGraph.WRITE && g.exclusive[e] && g.source[p] >= 0) {
        cumul.orRow(e, cumul, g.source[p]);
      }
    }
    addPropagated(e, passedOn, e);
  }

  /** Adds what comes before an event by {@code cumul-fence* ; rfe?}, the event included. */
  void addPropagated(int e, BitRows rows, int row) {
    rows.orRow(row, cumul, e);
    rows.set(row, e);
    int w = markedSource(e);
    if (w >= 0) {
      rows.orRow(row, cumul, w);
      rows.set(row, w);
    }
  }

  /** The marked write of another thread that an event reads from, or -1. */
  private int markedSource(int e) {
    if (g.type[e] != ExecutionGraph.READ) {
      return -1;
    }
    int w = g.source[e];
    return w >= 0 && isExternal(w, e) && thread.is(ThreadOrder.MARKED, w) ? w : -1;
  }

  private boolean isExternal(int a, int b) {
    return g.thread[a] != g.thread[b];
  }

  private void happen(int e, int p) {
    int words = thread.upTo.words;
    Arrays.fill(near, 0);
    if (p >= 0) {
      addPreserved(e, p);
    }
    int w = markedSource(e);
    if (w >= 0) {
      near[w >> 6] |= 1L << w;
    }
    for (int i = 0; i < words; i++) {
      near[i] &= thread.kinds.bits[ThreadOrder.MARKED * words + i];
      if (p >= 0) {
        // prop within the thread
        long propagated = cumul.bits[e * words + i];
        propagated |= w >= 0 ? cumul.bits[w * words + i] : 0;
        near[i] |= propagated & thread.upTo.bits[p * words + i];
      }
      if (thread.mark(e, ThreadOrder.STRONG) >= 0) {
        near[i] |= passedOn.bits[thread.mark(e, ThreadOrder.STRONG) * words + i];
      }
    }
    // the latest first: it mostly knows of the others
    for (int i = words - 1; i >= 0; i--) {
      int at = e * words + i;
      for (long left = near[i] & ~happens.bits[at]; left != 0; left = near[i] & ~happens.bits[at]) {
        happens.orRow(e, happens, (i << 6) + 63 - Long.numberOfLeadingZeros(left));
      }
    }
  }

  /** Adds {@code ppo}. */
  private void addPreserved(int e, int p) {
    thread.addFenced(e, near);
    thread.addUpTo(thread.mark(p, ThreadOrder.HANDOVER), near);
    if (g.type[e] == ExecutionGraph.FENCE) {
      return;
    }
    dependencies.addAddress(e, near);
    if (thread.is(ThreadOrder.WRITES, e)) {
      dependencies.addDataAndControl(e, near);
      addSameCell(e, p);
      if (thread.mark(e, ThreadOrder.WMB) >= 0) {
        plainAddresses.addTo(near, thread.mark(e, ThreadOrder.WMB));
      }
    } else {
      int w = g.source[e];
      if (w >= 0 && !isExternal(w, e) && thread.is(ThreadOrder.MARKED, w)) {
        dependencies.addAddressAndData(w, near);
      }
    }
  }

  private void addSameCell(int e, int p) {
    int slot = g.slot[e];
    for (int i = 0; i < thread.upTo.words; i++) {
      near[i] |=
          g.readsOf.bits[slot * thread.upTo.words + i]
              & thread.upTo.bits[p * thread.upTo.words + i];
    }
    for (int i = 0; i < g.coSize[slot]; i++) {
      int w = g.co[slot][i];
      if (thread.upTo.get(p, w)) {
        near[w >> 6] |= 1L << w;
      }
    }
  }

  private void addAddresses(int write) {
    Arrays.fill(near, 0);
    dependencies.addAddress(write, near);
    for (int i = 0; i < near.length; i++) {
      plainAddresses.bits[write * near.length + i] |= near[i];
    }
  }
}
