package org.vmacheck.checks.mutants;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vmacheck.model.memory.Order;

/** The loads, stores and updates of the thread that is at work, weakened. */
final class WeakAccesses {

  /** What a cell held when the thread last looked, and in which of its critical sections. */
  private record Seen(Object value, int section) {}

  private final WeakThread thread;
  private final LateSteps late;
  private final Map<Object, Seen> seen = new IdentityHashMap<>();

  WeakAccesses(WeakThread thread, LateSteps late) {
    this.thread = thread;
    this.late = late;
  }

  void clear() {
    seen.clear();
  }

  <V> V load(Object cell, Event event, Order order, Function<Order, V> load) {
    if (!thread.isRunning()) {
      return load.apply(order);
    }
    late.catchUpWith(cell);
    if (late.holds(cell)) {
      @SuppressWarnings("unchecked")
      V own = (V) late.value(cell);
      thread.sees(own);
      return own;
    }
    Seen before = seen.get(cell);
    boolean again = before != null && before.section() != thread.section() && !thread.isWaiting();
    if (again && thread.applies(event, Weakening.PASSES)) {
      seen.remove(cell);
      @SuppressWarnings("unchecked")
      V same = (V) before.value();
      thread.sees(same);
      return same;
    }
    Order used = weakened(event, order);
    thread.unlockEarly(event);
    V value = load.apply(used);
    thread.sees(value);
    if (again && !Objects.equals(before.value(), value)) {
      thread.hasChanged();
    }
    seen.put(cell, new Seen(value, thread.section()));
    late.catchUp();
    return value;
  }

  <V> void store(Object cell, Event event, Order order, V value, Consumer<Order> store) {
    if (!thread.isRunning()) {
      store.accept(order);
      return;
    }
    late.catchUpWith(cell);
    late.flush(cell);
    seen.put(cell, new Seen(value, thread.section()));
    Order used = weakened(event, order);
    Runnable make = () -> store.accept(used);
    if (order == Order.RELEASE && late.hasUnpublished() && thread.applies(event, Weakening.EARLY)) {
      make.run();
      late.publish();
      return;
    }
    if (order == Order.RELEASE) {
      late.publish();
    } else if (late.isHeldBack(cell, value, make)) {
      return;
    }
    if (thread.applies(event, Weakening.LATE)) {
      late.comeLater(cell, value, make, thread.innermostLock());
      return;
    }
    make.run();
    late.catchUp();
  }

  /**
   * @param update with the order that it has now
   * @param split the same as two accesses
   */
  <V> V update(
      Object cell, Event event, Order order, Function<Order, V> update, Supplier<V> split) {
    if (!thread.isRunning()) {
      return update.apply(order);
    }
    late.catchUpWith(cell);
    late.flush(cell);
    late.publish();
    seen.remove(cell);
    Order used = weakened(event, order);
    boolean twice = thread.applies(event, Weakening.SPLIT);
    thread.unlockEarly(event);
    V value = twice ? split.get() : update.apply(used);
    thread.sees(value);
    late.catchUp();
    return value;
  }

  private Order weakened(Event event, Order order) {
    return switch (event.call()) {
      case LOAD_ONCE, RCU_DEREFERENCE, STORE_ONCE ->
          thread.applies(event, Weakening.WEAKER) ? Order.PLAIN : order;
      case LOAD_ACQUIRE, STORE_RELEASE, UPDATE_ACQUIRE, UPDATE_RELEASE ->
          thread.applies(event, Weakening.WEAKER) ? Order.ONCE : order;
      case UPDATE_FULL ->
          thread.applies(event, Weakening.WITHOUT_ACQUIRE)
              ? Order.RELEASE
              : thread.applies(event, Weakening.WITHOUT_RELEASE) ? Order.ACQUIRE : order;
      default -> order;
    };
  }
}
