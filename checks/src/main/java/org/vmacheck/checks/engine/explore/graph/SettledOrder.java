package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;
import org.vmacheck.checks.lkmm.Tag;

/**
 * What LKMM's axioms say of an event by program order and reads-from alone. That is settled when
 * the event is added: whatever keeps the event keeps all that comes before it by these two. Only
 * coherence and from-reads between threads ({@code overwrite & ext}) come later, and those {@link
 * ExecutesBefore} follows.
 *
 * <p>Rows hold events before an event; a mark is an event of its own thread up to which everything
 * is meant.
 */
final class SettledOrder {

  // kinds of accesses
  static final int READS = 0;
  static final int WRITES = 1;
  static final int MARKED = 2;
  static final int ACQUIRES = 3;
  static final int NORETURN = 4;
  private static final int KINDS = 5;

  // marks
  /** What a strong fence orders before the event. */
  static final int STRONG = 0;

  /** What a strong fence orders before everything that comes later in the thread. */
  private static final int STRONG_AFTER = 1;

  static final int WMB = 2;
  static final int RMB = 3;
  private static final int BEFORE_ATOMIC = 4;
  private static final int ATOMIC = 5;
  private static final int LOCK = 6;
  private static final int SRCU_UNLOCK = 7;
  private static final int BEFORE_UNLOCK = 8;

  /** What is before an unlock that is before a lock in this thread. */
  private static final int HANDOVER = 9;

  private static final int MARKS = 10;

  private final ExecutionGraph g;
  private final CarriedDependencies dependencies;
  final BitRows kinds = new BitRows();
  private int[] marks = new int[0];

  /** The accesses of its thread up to an event, the event included. */
  final BitRows upTo;

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

  private long[] near = new long[1];

  SettledOrder(ExecutionGraph graph, Threads program, Views views) {
    g = graph;
    dependencies = new CarriedDependencies(graph, program);
    kinds.ensureRows(KINDS);
    upTo = views.rows();
    cumul = views.rows();
    passedOn = views.rows();
    handedOver = views.rows();
    happens = views.rows();
    plainAddresses = views.rows();
  }

  void resize(int capacity) {
    kinds.widen(capacity >> 6);
    marks = Arrays.copyOf(marks, capacity * MARKS);
    near = new long[capacity >> 6];
  }

  void copy(SettledOrder from, int events) {
    kinds.copyAll(from.kinds, KINDS);
    System.arraycopy(from.marks, 0, marks, 0, events * MARKS);
    upTo.copyAll(from.upTo, events);
    cumul.copyAll(from.cumul, events);
    passedOn.copyAll(from.passedOn, events);
    handedOver.copyAll(from.handedOver, events);
    happens.copyAll(from.happens, events);
    plainAddresses.copyAll(from.plainAddresses, events);
  }

  /** Of an event at the end of its thread, whose source is known if it is a read. */
  void settle(int e) {
    int p = g.previous[e];
    follow(upTo, e, p);
    follow(passedOn, e, p);
    follow(handedOver, e, p);
    follow(plainAddresses, e, p);
    cumul.clearRow(e);
    happens.clearRow(e);
    happens.set(e, e);
    if (p < 0) {
      Arrays.fill(marks, e * MARKS, (e + 1) * MARKS, -1);
    } else {
      System.arraycopy(marks, p * MARKS, marks, e * MARKS, MARKS);
    }
    for (int kind = 0; kind < KINDS; kind++) {
      kinds.clear(kind, e);
    }
    setMark(e, STRONG, mark(e, STRONG_AFTER));
    if (g.type[e] == ExecutionGraph.FENCE && !g.isFree(e)) {
      fence(e, p);
    } else {
      access(e, p, Tags.ofAccess(g, e));
    }
  }

  private static void follow(BitRows rows, int e, int p) {
    if (p < 0) {
      rows.clearRow(e);
    } else {
      rows.copyRow(e, rows, p);
    }
  }

  private void fence(int e, int p) {
    switch (g.label[e].fence) {
      case MB, RCU_SYNC, SRCU_SYNC -> setMark(e, STRONG_AFTER, p);
      case WMB -> setMark(e, WMB, p);
      case RMB -> setMark(e, RMB, p);
      case BEFORE_ATOMIC -> setMark(e, BEFORE_ATOMIC, p);
      case AFTER_ATOMIC -> strongAfter(e, mark(e, ATOMIC));
      case AFTER_SPINLOCK -> strongAfter(e, mark(e, LOCK));
      case AFTER_SRCU_READ_UNLOCK -> strongAfter(e, mark(e, SRCU_UNLOCK));
      default -> {}
    }
  }

  private void strongAfter(int e, int end) {
    setMark(e, STRONG_AFTER, later(mark(e, STRONG_AFTER), end));
  }

  private void access(int e, int p, Tag tag) {
    boolean read = g.type[e] == ExecutionGraph.READ;
    boolean failed = read && Tags.isAtomic(g.label[e]) && !g.exclusive[e];
    kinds.set(read ? READS : WRITES, e);
    if (tag != Tag.PLAIN || Tags.isAtomic(g.label[e])) {
      kinds.set(MARKED, e);
    }
    if (read && (tag == Tag.LOCK || (tag == Tag.ACQUIRE && !failed))) {
      kinds.set(ACQUIRES, e);
    }
    if (read && tag == Tag.NORETURN) {
      kinds.set(NORETURN, e);
    }
    upTo.set(e, e);
    markStrong(e, p, tag == Tag.MB && !failed, read);
    if (kinds.get(MARKED, e)) {
      propagate(e, p);
      happen(e, p);
    } else if (!read) {
      addAddresses(e);
    }
    markLocks(e, p, tag);
  }

  private void markStrong(int e, int p, boolean full, boolean read) {
    if (full) {
      if (read) {
        setMark(e, STRONG, p);
      }
      strongAfter(e, read ? p : e);
    }
    if (Tags.isAtomic(g.label[e])) {
      int before = mark(e, BEFORE_ATOMIC);
      setMark(e, STRONG, later(mark(e, STRONG), before));
      strongAfter(e, before);
      setMark(e, ATOMIC, e);
    }
  }

  private void markLocks(int e, int p, Tag tag) {
    if (tag == Tag.SRCU_UNLOCK) {
      setMark(e, SRCU_UNLOCK, e);
    } else if (tag == Tag.UNLOCK) {
      setMark(e, BEFORE_UNLOCK, p);
    } else if (tag == Tag.LOCK) {
      setMark(e, LOCK, g.type[e] == ExecutionGraph.WRITE ? e : mark(e, LOCK));
      if (g.type[e] == ExecutionGraph.READ) {
        setMark(e, HANDOVER, mark(e, BEFORE_UNLOCK));
        int unlock = g.source[e];
        addHandedOver(e, mark(e, BEFORE_UNLOCK));
        if (unlock >= 0 && isExternal(unlock, e) && Tags.ofAccess(g, unlock) == Tag.UNLOCK) {
          addHandedOver(e, g.previous[unlock]);
        }
      }
    }
  }

  private void addHandedOver(int lock, int end) {
    if (end >= 0) {
      addCumul(handedOver, lock, end, MARKED);
    }
  }

  /** Adds what comes before the marked accesses of a kind up to an event, and these. */
  private void addCumul(BitRows rows, int row, int end, int kind) {
    for (int i = 0; i < upTo.words; i++) {
      long left = upTo.bits[end * upTo.words + i] & kinds.bits[MARKED * upTo.words + i];
      left &= kinds.bits[kind * upTo.words + i];
      for (; left != 0; left &= left - 1) {
        int x = (i << 6) + Long.numberOfTrailingZeros(left);
        rows.orRow(row, cumul, x);
        rows.set(row, x);
      }
    }
  }

  private void propagate(int e, int p) {
    if (mark(e, STRONG) >= 0) {
      cumul.orRow(e, passedOn, mark(e, STRONG));
    }
    if (p >= 0) {
      cumul.orRow(e, handedOver, p);
      if (isRelease(e)) {
        cumul.orRow(e, passedOn, p);
      }
    }
    if (kinds.get(WRITES, e)) {
      if (mark(e, WMB) >= 0) {
        addCumul(cumul, e, mark(e, WMB), WRITES);
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
    return w >= 0 && isExternal(w, e) && kinds.get(MARKED, w) ? w : -1;
  }

  private boolean isExternal(int a, int b) {
    return g.thread[a] != g.thread[b];
  }

  private boolean isRelease(int e) {
    if (g.type[e] == ExecutionGraph.READ) {
      return false;
    }
    Tag tag = Tags.ofAccess(g, e);
    return tag == Tag.RELEASE || tag == Tag.UNLOCK;
  }

  private void happen(int e, int p) {
    int words = upTo.words;
    Arrays.fill(near, 0);
    if (p >= 0) {
      addPreserved(e, p);
    }
    int w = markedSource(e);
    if (w >= 0) {
      near[w >> 6] |= 1L << w;
    }
    for (int i = 0; i < words; i++) {
      near[i] &= kinds.bits[MARKED * words + i];
      if (p >= 0) {
        // prop within the thread
        long propagated = cumul.bits[e * words + i];
        propagated |= w >= 0 ? cumul.bits[w * words + i] : 0;
        near[i] |= propagated & upTo.bits[p * words + i];
      }
      if (mark(e, STRONG) >= 0) {
        near[i] |= passedOn.bits[mark(e, STRONG) * words + i];
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
    addFenced(e, near);
    addUpTo(mark(e, HANDOVER), near);
    if (g.type[e] == ExecutionGraph.FENCE) {
      return;
    }
    dependencies.addAddress(e, near);
    if (kinds.get(WRITES, e)) {
      dependencies.addDataAndControl(e, near);
      addSameCell(e, p);
      if (mark(e, WMB) >= 0) {
        or(near, plainAddresses, mark(e, WMB));
      }
    } else {
      int w = g.source[e];
      if (w >= 0 && !isExternal(w, e) && kinds.get(MARKED, w)) {
        dependencies.addAddressAndData(w, near);
      }
    }
  }

  private void addSameCell(int e, int p) {
    int slot = g.slot[e];
    for (int i = 0; i < upTo.words; i++) {
      near[i] |= g.readsOf.bits[slot * upTo.words + i] & upTo.bits[p * upTo.words + i];
    }
    for (int i = 0; i < g.coSize[slot]; i++) {
      int w = g.co[slot][i];
      if (!isExternal(w, e)) {
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

  /** Adds the reads that gave an event's address. */
  void addAddress(int e, long[] set) {
    if (g.type[e] != ExecutionGraph.FENCE) {
      dependencies.addAddress(e, set);
    }
  }

  /** Adds what a fence, an acquire or a release of its thread orders before an access. */
  void addFenced(int e, long[] set) {
    addFencedButForRmb(e, set);
    int words = upTo.words;
    int wmb = mark(e, WMB);
    if (wmb >= 0 && kinds.get(WRITES, e)) {
      for (int i = 0; i < words; i++) {
        set[i] |= upTo.bits[wmb * words + i] & kinds.bits[WRITES * words + i];
      }
    }
    if (kinds.get(READS, e) && !kinds.get(NORETURN, e)) {
      addBeforeRmb(e, set);
    }
  }

  /** Adds what {@code nonrw-fence} relates to an access: no {@code smp_rmb}, no {@code smp_wmb}. */
  void addFencedButForRmb(int e, long[] set) {
    addUpTo(mark(e, STRONG), set);
    int p = g.previous[e];
    if (p < 0) {
      return;
    }
    if (isRelease(e)) {
      addUpTo(p, set);
    }
    for (int i = 0; i < upTo.words; i++) {
      set[i] |= upTo.bits[p * upTo.words + i] & kinds.bits[ACQUIRES * upTo.words + i];
    }
  }

  /** Adds the reads before the last {@code smp_rmb} before an event. */
  void addBeforeRmb(int e, long[] set) {
    int rmb = mark(e, RMB);
    int words = upTo.words;
    for (int i = 0; rmb >= 0 && i < words; i++) {
      set[i] |=
          upTo.bits[rmb * words + i]
              & kinds.bits[READS * words + i]
              & ~kinds.bits[NORETURN * words + i];
    }
  }

  private void addUpTo(int end, long[] set) {
    if (end >= 0) {
      or(set, upTo, end);
    }
  }

  private static void or(long[] set, BitRows rows, int row) {
    for (int i = 0; i < rows.words; i++) {
      set[i] |= rows.bits[row * rows.words + i];
    }
  }

  int mark(int e, int mark) {
    return marks[e * MARKS + mark];
  }

  private void setMark(int e, int mark, int end) {
    marks[e * MARKS + mark] = end;
  }

  /** The later of two events of a thread; -1 is before all. */
  private int later(int a, int b) {
    if (a < 0 || b < 0) {
      return Math.max(a, b);
    }
    return g.label[a].depth != g.label[b].depth
        ? (g.label[a].depth > g.label[b].depth ? a : b)
        : g.previous[a] == b ? a : b;
  }
}
