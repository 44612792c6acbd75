package org.vmacheck.checks.engine.explore.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.explore.graph.Step;
import org.vmacheck.checks.engine.explore.graph.Step.Fence;
import org.vmacheck.checks.engine.explore.graph.Step.Kind;
import org.vmacheck.model.memory.Order;

/**
 * One replay of one thread: its steps so far with the values that they read, and where in them the
 * replay is. The first access behind them becomes the thread's next step and ends the replay.
 */
final class History {

  /** Hears of each access that is replayed, for reports. */
  interface Listener {
    void access(Step step, long value);
  }

  private static final class More extends Error {
    private static final long serialVersionUID = 1L;
    static final More MORE = new More();

    private More() {
      super(null, null, false, false);
    }
  }

  private final int bound;
  private Step[] path = new Step[64];
  private long[] values = new long[64];
  private int length;
  private int cursor;
  private int madeCursor;
  private Step next;
  private final List<Object> fresh = new ArrayList<>();
  private BooleanSupplier condition;
  private int conditionStart;
  private Listener listener;

  // a condition tried with values that its reads might give
  private boolean probing;
  private long[] probed = new long[8];
  private int probes;
  private int probeCursor;

  /**
   * @param bound how many accesses a thread may make
   */
  History(int bound) {
    this.bound = bound;
  }

  /** Runs a thread again up to {@code last}, which read {@code value}, and one step further. */
  Step replay(Step last, long value, Supplier<Object> body, Listener heard) {
    load(last, value);
    listener = heard;
    next = null;
    cursor = 0;
    madeCursor = 0;
    condition = null;
    fresh.clear();
    Step end;
    try {
      Object results = body.get();
      end = next != null ? next : Step.last(last, value, Kind.END, results);
    } catch (Stop stop) {
      end = next;
    } catch (EngineFailure failure) {
      // the engine's own, so it says nothing of the program
      throw failure;
    } catch (Error | RuntimeException e) {
      if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
        throw e;
      }
      end = next != null ? next : Step.last(last, value, Kind.BUG, e);
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

  private void load(Step last, long value) {
    length = last.depth;
    if (length > path.length) {
      path = Arrays.copyOf(path, 2 * length);
      values = Arrays.copyOf(values, 2 * length);
    }
    Step step = last;
    long read = value;
    for (int i = length - 1; i >= 0; i--) {
      path[i] = step;
      values[i] = read;
      read = step.parentValue;
      step = step.parent;
    }
    parent = last;
    parentValue = value;
  }

  private Step parent;
  private long parentValue;

  private void check(Kind kind, int location) {
    if (next != null) {
      throw Stop.STOP;
    }
    if (cursor < length) {
      Step step = path[cursor];
      if (step.kind != kind || step.location() != location) {
        throw new EngineFailure(
            "a thread is not deterministic: access " + cursor + " differs when it is replayed");
      }
    } else if (length >= bound) {
      throw new BoundExceeded(bound);
    }
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

  private Stop stopAt(Step step) {
    next = step;
    return Stop.STOP;
  }

  long read(int location, Order order) {
    if (probing) {
      if (probeCursor == probes) {
        throw More.MORE;
      }
      return probed[probeCursor++];
    }
    check(Kind.READ, location);
    if (cursor < length) {
      return pass();
    }
    Step step = Step.read(parent, parentValue, location, order);
    if (condition != null) {
      step.awaiting(passes(), conditionStart + 1);
    }
    throw stopAt(step);
  }

  void write(int location, Order order, long value, boolean lock) {
    check(Kind.WRITE, location);
    if (cursor < length) {
      pass();
      return;
    }
    Step step = Step.write(parent, parentValue, location, order, value);
    throw stopAt(lock ? step.ofLock() : step);
  }

  long update(int location, Order order, LongPredicate test, LongUnaryOperator update) {
    check(Kind.UPDATE, location);
    if (cursor < length) {
      return pass();
    }
    throw stopAt(Step.update(parent, parentValue, location, order, test, update));
  }

  /** An update that waits until the value passes the test; of a spin lock or not. */
  long take(int location, LongPredicate test, LongUnaryOperator update, boolean spin) {
    check(Kind.UPDATE, location);
    if (cursor < length) {
      return pass();
    }
    Step step =
        Step.update(parent, parentValue, location, Order.ACQUIRE, null, update)
            .awaiting(test, length + 1);
    throw stopAt(spin ? step.ofLock() : step);
  }

  void fence(Fence fence, int object) {
    check(Kind.FENCE, object);
    if (cursor < length) {
      pass();
      return;
    }
    throw stopAt(Step.fence(parent, parentValue, fence, object));
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
      throw stopAt(Step.last(parent, parentValue, Kind.BLOCKED, null));
    }
    condition = null;
  }

  /** Which values of the next read let the condition hold, or read on. */
  private LongPredicate passes() {
    BooleanSupplier tried = condition;
    int known = cursor - conditionStart;
    long[] before = Arrays.copyOfRange(values, conditionStart, conditionStart + known);
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
