package org.vmacheck.checks.engine.explore.graph;

import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.vmacheck.model.memory.Order;

/**
 * What a thread does next after a given history of values read; the label of the event, or the two
 * events of an update, that come of it, and a node of the thread's tree. The tree is grown on
 * demand by replaying the thread, once for each history; the explorer itself only walks it. Labels
 * are never changed once linked but for their successors.
 */
public final class Label {

  /** What kind of step it is. An execution goes no further in a thread at the last four. */
  public enum Type {
    /** Before the first step. */
    START,
    READ,
    WRITE,
    /** A read-modify-write: a read, and if its value passes the test, a write right after it. */
    UPDATE,
    /** A fence, a border of an RCU section, a grace period, a free: see {@link #fence}. */
    FENCE,
    /** The thread has ended. */
    END,
    /** The thread met a finding. */
    BUG,
    /** The thread waits for a value that its last read did not give. */
    BLOCKED,
    /** The thread could go on, but has come to a bound on how long it may: the note says which. */
    CUT
  }

  /** What an access is a part of, where LKMM tells it from an ordinary one of the same order. */
  public enum Role {
    ORDINARY,
    /** Takes or releases a spin lock. */
    LOCK,
    /** An update without a return value: nothing orders or depends on what it reads. */
    NORETURN,
    /** The read of {@code srcu_read_lock()}, the write of {@code srcu_read_unlock()}. */
    SRCU
  }

  /** Events that are no accesses. */
  public enum Fence {
    MB,
    RMB,
    WMB,
    RCU_LOCK,
    RCU_UNLOCK,
    RCU_SYNC,
    /** {@code synchronize_srcu()}; the location is that of the {@code srcu_struct}. */
    SRCU_SYNC,
    /** A compiler barrier: orders nothing between threads. */
    BARRIER,
    BEFORE_ATOMIC,
    AFTER_ATOMIC,
    AFTER_SPINLOCK,
    AFTER_UNLOCK_LOCK,
    AFTER_SRCU_READ_UNLOCK,
    FREE
  }

  /** The step of a thread whose last read failed its wait. */
  static final Label WAITING = new Label(Type.BLOCKED, null, 0);

  private static final LongPredicate ALWAYS = value -> true;

  public final Type type;

  /** The step before in program order, null for the first. */
  public final Label parent;

  /** The value that the parent read to come here; 0 if it read none. */
  public final long parentValue;

  /** How many steps came before. */
  public final int depth;

  /** Number of the cell; of the object for a free. */
  int location;

  Order order = Order.ONCE;
  Fence fence;

  /** What a {@code WRITE} writes. */
  long value;

  /** Which values an {@code UPDATE} replaces, and by what. */
  LongPredicate test = ALWAYS;

  LongUnaryOperator update;

  /** Which values let the thread go on; null if every value does. */
  LongPredicate awaited;

  Role role = Role.ORDINARY;

  /** Where in the history the wait began that this read belongs to; -1 outside of waits. */
  int awaitStart = -1;

  /** Reads that the address of this access, or what is written, depends on, if stated exactly. */
  Dependencies dependencies;

  /** The step of the program that this one is: itself, but in a tree made from another tree. */
  private Label original = this;

  /** Whether the thread makes it before steps that come before it in the program. */
  private boolean early;

  /** What the owner of the tree knows about this step (the finding, the results). */
  public Object note;

  /** What the thread made (objects, cells) between the step before and this one. */
  public Object[] made = NOTHING;

  private static final Object[] NOTHING = {};

  private Label only;
  private long[] values;
  private Label[] successors;
  private int size;

  private Label(Type type, Label parent, long parentValue) {
    this.type = type;
    this.parent = parent;
    this.parentValue = parentValue;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  public static Label start() {
    return new Label(Type.START, null, 0);
  }

  public static Label read(Label parent, long parentValue, int location, Order order) {
    Label label = new Label(Type.READ, parent, parentValue);
    label.location = location;
    label.order = order;
    return label;
  }

  public static Label write(Label parent, long parentValue, int location, Order order, long value) {
    Label label = new Label(Type.WRITE, parent, parentValue);
    label.location = location;
    label.order = order;
    label.value = value;
    return label;
  }

  /** A read-modify-write; a null test passes every value. */
  public static Label update(
      Label parent,
      long parentValue,
      int location,
      Order order,
      LongPredicate test,
      LongUnaryOperator update) {
    Label label = new Label(Type.UPDATE, parent, parentValue);
    label.location = location;
    label.order = order;
    label.test = test == null ? ALWAYS : test;
    label.update = update;
    return label;
  }

  /** A fence; the location is the object of a free, the cell of a SRCU grace period, or 0. */
  public static Label fence(Label parent, long parentValue, Fence fence, int location) {
    Label label = new Label(Type.FENCE, parent, parentValue);
    label.fence = fence;
    label.location = location;
    return label;
  }

  /** Where a thread stops: {@code END}, {@code BUG}, {@code BLOCKED} or {@code CUT}. */
  public static Label last(Label parent, long parentValue, Type type, Object note) {
    Label label = new Label(type, parent, parentValue);
    label.note = note;
    return label;
  }

  /** The same step in another tree, where it comes after other ones. */
  Label after(Label otherParent, long otherValue) {
    Label label = new Label(type, otherParent, otherValue);
    label.location = location;
    label.order = order;
    label.fence = fence;
    label.value = value;
    label.test = test;
    label.update = update;
    label.awaited = awaited;
    label.role = role;
    label.awaitStart = awaitStart;
    label.dependencies = dependencies;
    label.note = note;
    label.made = made;
    label.original = original;
    label.early = early;
    return label;
  }

  /** Says that the thread makes it before steps that come before it in the program. */
  Label early() {
    early = true;
    return this;
  }

  /** The thread goes on only with a value that passes. */
  public Label awaiting(LongPredicate values, int start) {
    awaited = values;
    awaitStart = start;
    return this;
  }

  /** Says what the access is a part of. */
  public Label as(Role part) {
    role = part;
    return this;
  }

  /** States on which earlier reads this access depends, in place of the defaults. */
  public Label depending(Dependencies exact) {
    dependencies = exact;
    return this;
  }

  public int location() {
    return location;
  }

  public Order order() {
    return order;
  }

  public Fence fence() {
    return fence;
  }

  public long value() {
    return value;
  }

  public Role role() {
    return role;
  }

  public int awaitStart() {
    return awaitStart;
  }

  /** The step of the program that this one is: itself, but in a tree made from another tree. */
  public Label original() {
    return original;
  }

  /** Whether the thread makes it before steps that come before it in the program. */
  public boolean isEarly() {
    return early;
  }

  /** Where the step is in its thread's program, from 0; dependencies are stated by this. */
  int position() {
    return original.depth - 1;
  }

  /** Whether the step reads, so that its successor depends on a value. */
  public boolean reads() {
    return type == Type.READ || type == Type.UPDATE;
  }

  /** Whether the thread goes on with this value. */
  boolean passes(long read) {
    return awaited == null || awaited.test(read);
  }

  /** Whether the step, having read this value, writes. */
  public boolean replaces(long read) {
    return type == Type.UPDATE && test.test(read) && (awaited == null || awaited.test(read));
  }

  /** What the step writes, having read this value. */
  public long written(long read) {
    return type == Type.WRITE ? value : update.applyAsLong(read);
  }

  /** The successor known for this value, or null. */
  public Label successor(long read) {
    if (!reads()) {
      return only;
    }
    for (int i = 0; i < size; i++) {
      if (values[i] == read) {
        return successors[i];
      }
    }
    return null;
  }

  /** Links the successor for this value. */
  public void link(long read, Label successor) {
    if (!reads()) {
      only = successor;
      return;
    }
    if (values == null) {
      values = new long[4];
      successors = new Label[4];
    } else if (size == values.length) {
      values = java.util.Arrays.copyOf(values, 2 * size);
      successors = java.util.Arrays.copyOf(successors, 2 * size);
    }
    values[size] = read;
    successors[size++] = successor;
  }
}
