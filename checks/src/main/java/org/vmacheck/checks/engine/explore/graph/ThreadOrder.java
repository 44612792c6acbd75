package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;
import org.vmacheck.checks.lkmm.Tag;

/**
 * What an event is in its thread under LKMM, and what fences, acquires and releases of the thread
 * order before it. All of it is known as soon as the event is added.
 *
 * <p>A mark is an event of the same thread: everything up to it is meant; -1 is nothing.
 */
final class ThreadOrder {

  // kinds of accesses
  static final int READS = 0;
  static final int WRITES = 1;
  static final int MARKED = 2;
  static final int ACQUIRES = 3;
  static final int NORETURN = 4;

  /** Reads that gave the address of an object. */
  static final int ADDRESSES = 5;

  static final int RELEASES = 6;
  private static final int KINDS = 7;

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
  static final int BEFORE_UNLOCK = 8;

  /** What is before an unlock that is before a lock in this thread. */
  static final int HANDOVER = 9;

  private static final int MARKS = 10;

  private final ExecutionGraph g;
  private final Threads program;
  final BitRows kinds = new BitRows();
  private int[] marks = new int[0];

  /** The accesses of its thread up to an event, the event included. */
  final BitRows upTo;

  ThreadOrder(ExecutionGraph graph, Threads program, Views views) {
    g = graph;
    this.program = program;
    kinds.ensureRows(KINDS);
    upTo = views.rows();
  }

  void resize(int capacity) {
    kinds.widen(capacity >> 6);
    marks = Arrays.copyOf(marks, capacity * MARKS);
  }

  void copy(ThreadOrder from, int events) {
    kinds.copyAll(from.kinds, KINDS);
    System.arraycopy(from.marks, 0, marks, 0, events * MARKS);
    upTo.copyAll(from.upTo, events);
  }

  /** An event stands at the end of its thread; the source is known if it is a read. */
  void add(int e) {
    int p = g.previous[e];
    if (p < 0) {
      upTo.clearRow(e);
      Arrays.fill(marks, e * MARKS, (e + 1) * MARKS, -1);
    } else {
      upTo.copyRow(e, upTo, p);
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
    boolean atomic = Tags.isAtomic(g.label[e]);
    boolean failed = read && atomic && !g.exclusive[e];
    upTo.set(e, e);
    kinds.set(read ? READS : WRITES, e);
    if (tag != Tag.PLAIN || atomic) {
      kinds.set(MARKED, e);
    }
    if (read && (tag == Tag.LOCK || (tag == Tag.ACQUIRE && !failed))) {
      kinds.set(ACQUIRES, e);
    }
    if (!read && (tag == Tag.RELEASE || tag == Tag.UNLOCK)) {
      kinds.set(RELEASES, e);
    }
    if (read && tag == Tag.NORETURN) {
      kinds.set(NORETURN, e);
    } else if (read && program.isAddress(g.label[e].location, g.value[e])) {
      kinds.set(ADDRESSES, e);
    }
    markStrong(e, p, tag == Tag.MB && !failed, read);
    markLocks(e, p, tag, read);
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

  private void markLocks(int e, int p, Tag tag, boolean read) {
    switch (tag) {
      case SRCU_UNLOCK -> setMark(e, SRCU_UNLOCK, e);
      case UNLOCK -> setMark(e, BEFORE_UNLOCK, p);
      case LOCK -> {
        if (read) {
          setMark(e, HANDOVER, mark(e, BEFORE_UNLOCK));
        } else {
          setMark(e, LOCK, e);
        }
      }
      default -> {}
    }
  }

  boolean is(int kind, int event) {
    return kinds.get(kind, event);
  }

  /** Adds what a fence, an acquire or a release of its thread orders before an access. */
  void addFenced(int e, long[] set) {
    addFencedButForRmb(e, set);
    int words = upTo.words;
    int wmb = mark(e, WMB);
    if (wmb >= 0 && is(WRITES, e)) {
      for (int i = 0; i < words; i++) {
        set[i] |= upTo.bits[wmb * words + i] & kinds.bits[WRITES * words + i];
      }
    }
    if (is(READS, e) && !is(NORETURN, e)) {
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
    if (is(RELEASES, e)) {
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

  void addUpTo(int end, long[] set) {
    if (end >= 0) {
      upTo.addTo(set, end);
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
