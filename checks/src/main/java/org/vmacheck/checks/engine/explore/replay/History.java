package org.vmacheck.checks.engine.explore.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.graph.Label.Fence;
import org.vmacheck.checks.engine.explore.graph.Label.Type;
import org.vmacheck.model.memory.Order;

/**
 * One replay of one thread: its steps so far with the values that they read, and where in them the
 * replay is. The first access after them becomes the thread's next step and ends the replay.
 */
final class History {

  /** Hears of each access that is replayed, for reports. */
  interface Listener {
    void access(Label label, long value);
  }

  private static final class More extends Error {
    private static final long serialVersionUID = 1L;
    static final More MORE = new More();

    private More() {
      super(null, null, false, false);
    }
  }

  private final Bounds bounds;

  /** Accesses since the thread began or was cut, and restarts of its system call. */
  private int accesses;

  private int restarts;
  private Label[] path = new Label[64];
  private long[] values = new long[64];
  private int length;
  private int cursor;
  private int madeCursor;
  private Label next;
  private final List<Object> fresh = new ArrayList<>();
  private BooleanSupplier condition;
  private int conditionStart;
  private Listener listener;

  // a condition tried with values that its reads might give
  private boolean probing;
  private long[] probed = new long[8];
  private int probes;
  private int probeCursor;

  History(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Runs a thread again up to {@code last}, which read {@code value}, and one step further. */
  Label replay(Label last, long value, Supplier<Object> body, Listener heard) {
    load(last, value);
    listener = heard;
    next = null;
    cursor = 0;
    madeCursor = 0;
    accesses = 0;
    restarts = 0;
    condition = null;
    fresh.clear();
    Label end;
    try {
      Object results = body.get();
      end = next != null ? next : Label.last(last, value, Type.END, results);
    } catch (Stop stop) {
      end = next;
    } catch (EngineFailure failure) {
      // the engine's own, so it says nothing of the program
      throw failure;
    } catch (Error | RuntimeException e) {
      if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
        throw e;
      }
      end = next != null ? next : Label.last(last, value, Type.BUG, e);
    }
    if (cursor < length) {
      throw new EngineFailure(
          "a thread is not deterministic: replayed, it ended after "
              + cursor
              + " of "
              + length
              + " accesses");
    }
    end.made = fresh.isEmpty() ? end.made : fresh.toArray();
    return end;
  }

  private void load(Label last, long value) {
    length = last.depth;
    if (length > path.length) {
      path = Arrays.copyOf(path, 2 * length);
      values = Arrays.copyOf(values, 2 * length);
    }
    Label label = last;
    long read = value;
    for (int i = length - 1; i >= 0; i--) {
      path[i] = label;
      values[i] = read;
      read = label.parentValue;
      label = label.parent;
    }
    parent = last;
    parentValue = value;
  }

  private Label parent;
  private long parentValue;

  private void check(Type type, int location) {
    if (next != null) {
      throw Stop.STOP;
    }
    if (accesses == bounds.accesses()) {
      cut(Bounds.Reached.ACCESSES);
    }
    accesses++;
    expect(type, location);
  }

  private void expect(Type type, int location) {
    if (cursor < length) {
      Label label = path[cursor];
      if (label.type != type || label.location() != location) {
        throw new EngineFailure(
            "a thread is not deterministic: access " + cursor + " differs when it is replayed");
      }
    }
  }

  /** The system call of the thread starts over. */
  void restart() {
    if (next != null) {
      throw Stop.STOP;
    }
    restarts++;
    if (restarts > bounds.restarts()) {
      cut(Bounds.Reached.RESTARTS);
    }
  }

  /** The next system call begins. */
  void beginOperation() {
    restarts = 0;
  }

  /** The thread stops here, and only one who asks what it would do then replays it further. */
  private void cut(Bounds.Reached bound) {
    accesses = 0;
    expect(Type.CUT, 0);
    if (cursor == length) {
      throw stopAt(Label.last(parent, parentValue, Type.CUT, bound));
    }
    pass();
  }

  private long pass() {
    long value = values[cursor];
    if (listener != null) {
      listener.access(path[cursor], value);
    }
    cursor++;
    madeCursor = 0;
    return value;
  }

  private Stop stopAt(Label label) {
    next = label;
    return Stop.STOP;
  }

  long read(int location, Order order) {
    if (probing) {
      if (probeCursor == probes) {
        throw More.MORE;
      }
      return probed[probeCursor++];
    }
    check(Type.READ, location);
    if (cursor < length) {
      return pass();
    }
    Label label = Label.read(parent, parentValue, location, order);
    if (condition != null) {
      label.awaiting(passes(), conditionStart + 1);
    }
    throw stopAt(label);
  }

  void write(int location, Order order, long value, boolean lock) {
    check(Type.WRITE, location);
    if (cursor < length) {
      pass();
      return;
    }
    Label label = Label.write(parent, parentValue, location, order, value);
    throw stopAt(lock ? label.as(Label.Role.LOCK) : label);
  }

  long update(int location, Order order, LongPredicate test, LongUnaryOperator update) {
    check(Type.UPDATE, location);
    if (cursor < length) {
      return pass();
    }
    throw stopAt(Label.update(parent, parentValue, location, order, test, update));
  }

  /** An update without a return value. */
  void modify(int location, LongUnaryOperator update) {
    check(Type.UPDATE, location);
    if (cursor < length) {
      pass();
      return;
    }
    throw stopAt(
        Label.update(parent, parentValue, location, Order.ONCE, null, update)
            .as(Label.Role.NORETURN));
  }

  /** An update that waits until the value passes the test; of a spin lock or not. */
  long take(int location, LongPredicate test, LongUnaryOperator update, boolean spin) {
    check(Type.UPDATE, location);
    if (cursor < length) {
      return pass();
    }
    Label label =
        Label.update(parent, parentValue, location, Order.ACQUIRE, null, update)
            .awaiting(test, length + 1);
    throw stopAt(spin ? label.as(Label.Role.LOCK) : label);
  }

  void fence(Fence fence, int object) {
    if (probing) {
      return;
    }
    check(Type.FENCE, object);
    if (cursor < length) {
      pass();
      return;
    }
    throw stopAt(Label.fence(parent, parentValue, fence, object));
  }

  /** Something that a thread makes: the same again on each replay. */
  @SuppressWarnings("unchecked")
  <T> T make(Supplier<T> maker) {
    if (next != null) {
      throw Stop.STOP;
    }
    int index = madeCursor++;
    if (cursor < length) {
      return (T) path[cursor].made[index];
    }
    if (index < fresh.size()) {
      return (T) fresh.get(index);
    }
    T made = maker.get();
    fresh.add(made);
    return made;
  }

  /** How many of such things the thread has made so far. */
  int countMade(Predicate<Object> such) {
    long count = fresh.stream().filter(such).count();
    for (int i = 0; i < length; i++) {
      count += Arrays.stream(path[i].made).filter(such).count();
    }
    return (int) count;
  }

  void await(BooleanSupplier until) {
    if (next != null) {
      throw Stop.STOP;
    }
    condition = until;
    conditionStart = cursor;
    if (!until.getAsBoolean()) {
      // its reads are all there, so the last of them failed the wait, or there are none
      throw stopAt(Label.last(parent, parentValue, Type.BLOCKED, null));
    }
    condition = null;
  }

  /** Which values of the next read let the condition hold, or read on. */
  private LongPredicate passes() {
    BooleanSupplier tried = condition;
    long[] before =
        IntStream.range(conditionStart, cursor)
            .filter(i -> path[i].reads())
            .mapToLong(i -> values[i])
            .toArray();
    return value -> probe(tried, before, value);
  }

  private boolean probe(BooleanSupplier tried, long[] before, long value) {
    if (probed.length < before.length + 1) {
      probed = new long[2 * before.length + 2];
    }
    System.arraycopy(before, 0, probed, 0, before.length);
    probed[before.length] = value;
    probes = before.length + 1;
    probeCursor = 0;
    probing = true;
    try {
      return tried.getAsBoolean();
    } catch (More more) {
      return true;
    } finally {
      probing = false;
    }
  }
}
