package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;
import java.util.List;

/**
 * An execution graph: events, program order, reads-from ({@code rf}) and coherence ({@code co}).
 *
 * <p>An event is a small number, free again once the event is gone. What is known of it stands in
 * parallel arrays; sets of events are rows of bits ({@link BitRows}). Coherence is a list of writes
 * a cell; position 0 is the write that initialised the cell, which is no event.
 *
 * <p>{@code porf} of an event are the events before it by program order and reads-from. {@code
 * before} of an event are those before it in the order that the memory model keeps acyclic. The
 * {@code before} rows are closed when an event is added; an event that gets another predecessor
 * later is noted in {@code extended}, and {@link #close} looks such events up again.
 */
public final class ExecutionGraph {

  /** The source of a read of the initial value. */
  public static final int INITIAL = -1;

  private static final int NOWHERE = -2;

  static final byte READ = 0;
  static final byte WRITE = 1;
  static final byte FENCE = 2;

  final int threads;

  // events
  int capacity;
  Label[] label;
  byte[] type;
  int[] thread;
  int[] previous;
  int[] slot;
  int[] source;
  long[] value;
  boolean[] exclusive;
  final BitRows porf = new BitRows();
  final BitRows before = new BitRows();
  final BitRows readers = new BitRows();

  /** What the memory model knows of the order of the events. */
  final Views views;

  /** Events in the order of their addition. */
  int[] order;

  int size;

  /** How many of the events the visitor has already seen as they are. */
  int seen;

  /** Rows with one set each. */
  final BitRows sets = new BitRows();

  static final int USED = 0;
  static final int EXTENDED = 1;
  static final int SETS = 2;

  // threads
  final int[] last;
  final Label[] pending;

  // cells that are accessed in this graph
  int slots;
  int[] location = new int[16];
  long[] initial = new long[16];
  int[][] co = new int[16][4];
  int[] coSize = new int[16];
  final BitRows initialReaders = new BitRows();
  final BitRows readsOf = new BitRows();
  private final BitRows scratch = new BitRows();
  private long[] closed = new long[1];

  /** What a revisit that makes this graph keeps of the one before. */
  final BitRows kept = new BitRows();

  private int[] slotOf = new int[64];

  /** Whether the {@code before} rows are an order; false only under models weaker than SC. */
  boolean ordered = true;

  /** How many events there are of each kind of fence. */
  private final int[] fences = new int[FENCES];

  private static final int FENCES = Label.Fence.values().length;

  ExecutionGraph(int threads, MemoryModel model) {
    this.threads = threads;
    this.views = model.views(this);
    this.last = new int[threads];
    this.pending = new Label[threads];
    Arrays.fill(last, -1);
    Arrays.fill(slotOf, -1);
    capacity = 64;
    label = new Label[capacity];
    type = new byte[capacity];
    thread = new int[capacity];
    previous = new int[capacity];
    slot = new int[capacity];
    source = new int[capacity];
    value = new long[capacity];
    exclusive = new boolean[capacity];
    order = new int[capacity];
    sets.ensureRows(SETS);
    for (BitRows rows : List.of(porf, before, readers)) {
      rows.ensureRows(capacity);
    }
    views.resize(capacity);
    initialReaders.ensureRows(16);
    readsOf.ensureRows(16);
  }

  /** Room for half as many events again, and 64 at least. */
  private void grow() {
    resize(capacity + Math.max(64, (capacity >> 7) << 6));
  }

  private void resize(int newCapacity) {
    capacity = newCapacity;
    label = Arrays.copyOf(label, capacity);
    type = Arrays.copyOf(type, capacity);
    thread = Arrays.copyOf(thread, capacity);
    previous = Arrays.copyOf(previous, capacity);
    slot = Arrays.copyOf(slot, capacity);
    source = Arrays.copyOf(source, capacity);
    value = Arrays.copyOf(value, capacity);
    exclusive = Arrays.copyOf(exclusive, capacity);
    order = Arrays.copyOf(order, capacity);
    int words = capacity >> 6;
    for (BitRows rows : List.of(porf, before, readers)) {
      rows.widen(words);
      rows.ensureRows(capacity);
    }
    views.resize(capacity);
    closed = new long[words];
    sets.widen(words);
    initialReaders.widen(words);
    readsOf.widen(words);
  }

  /** The graph's own number of a cell, given on first use. */
  int slotOf(int cell, long initialValue) {
    if (cell >= slotOf.length) {
      int old = slotOf.length;
      slotOf = Arrays.copyOf(slotOf, Math.max(cell + 1, 2 * old));
      Arrays.fill(slotOf, old, slotOf.length, -1);
    }
    int s = slotOf[cell];
    if (s >= 0) {
      return s;
    }
    s = slots++;
    if (s == location.length) {
      int room = 2 * s;
      location = Arrays.copyOf(location, room);
      initial = Arrays.copyOf(initial, room);
      coSize = Arrays.copyOf(coSize, room);
      co = Arrays.copyOf(co, room);
      for (int i = s; i < room; i++) {
        co[i] = new int[4];
      }
      initialReaders.ensureRows(room);
      readsOf.ensureRows(room);
    }
    slotOf[cell] = s;
    location[s] = cell;
    initial[s] = initialValue;
    coSize[s] = 0;
    initialReaders.clearRow(s);
    readsOf.clearRow(s);
    return s;
  }

  /** The graph's number of a cell, or -1 if the graph has no access to it. */
  int knownSlot(int cell) {
    return cell < slotOf.length ? slotOf[cell] : -1;
  }

  /** Forgets the cells that came after the first so many. */
  void forgetSlots(int keep) {
    while (slots > keep) {
      slotOf[location[--slots]] = -1;
    }
  }

  /** Adds an event at the end of its thread. It is not yet in any relation but program order. */
  int add(int t, Label s, byte kind, int slotNumber) {
    int e = sets.firstClear(USED);
    if (e >= capacity) {
      grow();
    }
    sets.set(USED, e);
    order[size++] = e;
    label[e] = s;
    type[e] = kind;
    thread[e] = t;
    slot[e] = slotNumber;
    source[e] = NOWHERE;
    if (kind == FENCE) {
      fences[s.fence.ordinal()]++;
    }
    int p = last[t];
    previous[e] = p;
    last[t] = e;
    followThread(e);
    return e;
  }

  /** Lets an event depend on what is before it in its thread, and on nothing else. */
  void followThread(int e) {
    int p = previous[e];
    if (p < 0) {
      porf.clearRow(e);
    } else {
      porf.copyRow(e, porf, p);
      porf.set(e, p);
    }
  }

  /** Takes back the event added last. */
  void removeLast() {
    int e = order[--size];
    sets.clear(USED, e);
    sets.clear(EXTENDED, e);
    last[thread[e]] = previous[e];
    if (type[e] == FENCE) {
      fences[label[e].fence.ordinal()]--;
    }
  }

  /** How many events of a kind of fence there are. */
  public int count(Label.Fence fence) {
    return fences[fence.ordinal()];
  }

  /** Adds to a set of events those before its extended members. */
  void close(BitRows rows, int row) {
    if (sets.words == 1) {
      long extended = sets.bits[EXTENDED];
      if (extended == 0) {
        return;
      }
      long set = rows.bits[row];
      long done = 0;
      for (long todo = set & extended; todo != 0; todo = set & extended & ~done) {
        long lowest = todo & -todo;
        done |= lowest;
        set |= before.bits[Long.numberOfTrailingZeros(lowest)];
      }
      rows.bits[row] = set;
    } else {
      closeWide(rows, row);
    }
  }

  /** Whether one event comes before another in the order that the memory model keeps acyclic. */
  boolean isBefore(int first, int second) {
    scratch.widen(sets.words);
    scratch.copyRow(0, before, second);
    close(scratch, 0);
    return scratch.get(0, first);
  }

  private void closeWide(BitRows rows, int row) {
    int words = sets.words;
    long[] bits = rows.bits;
    int base = row * words;
    long[] done = closed;
    Arrays.fill(done, 0);
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < words; i++) {
        long todo = bits[base + i] & sets.bits[words * EXTENDED + i] & ~done[i];
        while (todo != 0) {
          int x = (i << 6) + Long.numberOfTrailingZeros(todo);
          done[i] |= todo & -todo;
          rows.orRow(row, before, x);
          todo = bits[base + i] & sets.bits[words * EXTENDED + i] & ~done[i];
          again = true;
        }
      }
    }
  }

  /** The write at a coherence position, or {@link #INITIAL} for position 0. */
  int writeAt(int slotNumber, int position) {
    return position == 0 ? INITIAL : co[slotNumber][position - 1];
  }

  long valueAt(int slotNumber, int position) {
    return position == 0 ? initial[slotNumber] : value[co[slotNumber][position - 1]];
  }

  /** Whether an event frees an object. */
  boolean isFree(int event) {
    return label[event].fence == Label.Fence.FREE;
  }

  /** The coherence position of a write to a cell. */
  int positionOf(int slotNumber, int write) {
    if (write == INITIAL) {
      return 0;
    }
    int[] list = co[slotNumber];
    int i = coSize[slotNumber];
    while (list[i - 1] != write) {
      i--;
    }
    return i;
  }

  /** Puts a write at a coherence position (from 1). */
  void insert(int slotNumber, int position, int write) {
    int[] list = co[slotNumber];
    int n = coSize[slotNumber];
    if (n == list.length) {
      list = co[slotNumber] = Arrays.copyOf(list, 2 * n);
    }
    System.arraycopy(list, position - 1, list, position, n - position + 1);
    list[position - 1] = write;
    coSize[slotNumber] = n + 1;
  }

  void takeOut(int slotNumber, int position) {
    int[] list = co[slotNumber];
    int n = --coSize[slotNumber];
    System.arraycopy(list, position, list, position - 1, n - position + 1);
  }

  /** The set of reads of the write at a coherence position, as rows and the row in it. */
  BitRows readersRows(int position) {
    return position == 0 ? initialReaders : readers;
  }

  int readersRow(int slotNumber, int position) {
    return position == 0 ? slotNumber : co[slotNumber][position - 1];
  }

  boolean contains(int event) {
    return sets.get(USED, event);
  }

  /** The value of a cell once every write has happened. */
  public long finalValue(int cell, long initialValue) {
    int s = knownSlot(cell);
    return s < 0 ? initialValue : valueAt(s, coSize[s]);
  }

  /** The thread of an event. */
  public int thread(int event) {
    return thread[event];
  }

  /** The label that an event belongs to. */
  public Label label(int event) {
    return label[event];
  }

  /** Whether the event is the read of an access, or the only event of a fence. */
  public boolean isRead(int event) {
    return type[event] == READ;
  }

  public boolean isWrite(int event) {
    return type[event] == WRITE;
  }

  /** Whether the event is part of a successful read-modify-write. */
  public boolean isExclusive(int event) {
    return type[event] != FENCE && exclusive[event];
  }

  /** What was read or written. */
  public long value(int event) {
    return value[event];
  }

  /** The write that a read reads from, or {@link #INITIAL}. */
  public int source(int event) {
    return source[event];
  }

  /**
   * Where in coherence order the write is that a read reads from, or that the event itself is; 0 is
   * the initial value.
   */
  public int position(int event) {
    return positionOf(slot[event], type[event] == READ ? source[event] : event);
  }

  /** The event before in program order, or -1. */
  public int previous(int event) {
    return previous[event];
  }

  /** The last event of a thread, or -1. */
  public int lastOf(int t) {
    return last[t];
  }

  /** How many events there are. */
  public int size() {
    return size;
  }

  /** Whether the thread has read for an update and its write is still to come. */
  boolean mustWrite(int t) {
    int e = last[t];
    return e >= 0 && label[e] == pending[t];
  }

  /** What the thread would do next. */
  public Label pending(int t) {
    return pending[t];
  }

  /**
   * Makes this graph the other one without the events that are not in {@code kept}, but for a read
   * that keeps its age and its place at the end of its thread, and has no source any more.
   *
   * @param read the read, which is not in {@code kept}
   * @param write its next source, which is in no coherence order yet
   */
  void copyKept(ExecutionGraph other, BitRows keptRows, int keptRow, int read, int write) {
    copyEvents(other, keptRows, keptRow, read);
    sets.set(USED, read);
    source[read] = NOWHERE;
    last[thread[read]] = read;
    int s = slotOf(other.location[other.slot[read]], other.initial[other.slot[read]]);
    readsOf.set(s, read);
    slot[read] = s;
    slot[write] = s;
    readers.clearRow(write);
  }

  /** Makes this graph the same as the other one. */
  void copy(ExecutionGraph other) {
    kept.widen(other.sets.words);
    kept.copyRow(0, other.sets, USED);
    copyEvents(other, kept, 0, -1);
  }

  private void copyEvents(ExecutionGraph other, BitRows keptRows, int keptRow, int read) {
    if (capacity < other.capacity) {
      resize(other.capacity);
    }
    int words = sets.words;
    boolean sameWidth = words == other.sets.words;
    if (!sameWidth) {
      other.resize(capacity);
      keptRows.widen(words);
    }
    long[] kept = keptRows.bits;
    int keptBase = keptRow * words;
    int top = 0;
    size = 0;
    System.arraycopy(other.fences, 0, fences, 0, FENCES);
    for (int i = 0; i < other.size; i++) {
      int e = other.order[i];
      if (e == read || (kept[keptBase + (e >> 6)] & (1L << e)) != 0) {
        order[size++] = e;
        top = Math.max(top, e + 1);
      } else if (other.type[e] == FENCE) {
        fences[other.label[e].fence.ordinal()]--;
      }
    }
    System.arraycopy(other.label, 0, label, 0, top);
    System.arraycopy(other.type, 0, type, 0, top);
    System.arraycopy(other.thread, 0, thread, 0, top);
    System.arraycopy(other.previous, 0, previous, 0, top);
    System.arraycopy(other.slot, 0, slot, 0, top);
    System.arraycopy(other.source, 0, source, 0, top);
    System.arraycopy(other.value, 0, value, 0, top);
    System.arraycopy(other.exclusive, 0, exclusive, 0, top);
    porf.copyAll(other.porf, top);
    before.copyMasked(other.before, top, kept, keptBase);
    readers.copyMasked(other.readers, top, kept, keptBase);
    views.copyKept(other.views, top, kept, keptBase);
    for (int i = 0; i < words; i++) {
      sets.bits[i] = kept[keptBase + i];
      sets.bits[words + i] = other.sets.bits[words + i] & kept[keptBase + i];
    }
    copySlots(other, kept, keptBase);
    for (int t = 0; t < threads; t++) {
      int e = other.last[t];
      if (e >= 0 && (kept[keptBase + (e >> 6)] & (1L << e)) == 0) {
        Label next = null;
        while (e >= 0 && (kept[keptBase + (e >> 6)] & (1L << e)) == 0) {
          next = other.label[e];
          e = other.previous[e];
        }
        pending[t] = next;
      } else {
        pending[t] = other.pending[t];
      }
      last[t] = e;
    }
    ordered = other.ordered;
    seen = 0;
  }

  /** Cells keep their numbers; only the last ones go if nothing is left that accesses them. */
  private void copySlots(ExecutionGraph other, long[] kept, int keptBase) {
    int same = 0;
    while (same < slots && same < other.slots && location[same] == other.location[same]) {
      same++;
    }
    forgetSlots(same);
    for (int s = same; s < other.slots; s++) {
      slotOf(other.location[s], other.initial[s]);
    }
    System.arraycopy(other.initial, 0, initial, 0, slots);
    initialReaders.copyMasked(other.initialReaders, slots, kept, keptBase);
    readsOf.copyMasked(other.readsOf, slots, kept, keptBase);
    for (int s = 0; s < slots; s++) {
      copyCoherence(s, other, kept, keptBase);
    }
    int used = slots;
    while (used > 0 && coSize[used - 1] == 0 && readsOf.isEmpty(used - 1)) {
      used--;
    }
    forgetSlots(used);
  }

  private void copyCoherence(int s, ExecutionGraph other, long[] kept, int keptBase) {
    int[] from = other.co[s];
    int size = other.coSize[s];
    if (co[s].length < size) {
      co[s] = new int[from.length];
    }
    int[] to = co[s];
    int n = 0;
    for (int i = 0; i < size; i++) {
      int w = from[i];
      if ((kept[keptBase + (w >> 6)] & (1L << w)) != 0) {
        to[n++] = w;
      }
    }
    coSize[s] = n;
  }
}
