package org.vmacheck.checks.mutants;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.vmacheck.model.memory.Order;

/**
 * The thread that is at work, one at a time, with its steps weakened. Every step of every thread
 * goes through here. What comes before and after the threads is left as it is.
 */
final class WeakThread {

  /** What a cell held when the thread last looked, and in which of its critical sections. */
  private record Seen(Object value, int section) {}

  /** A step that comes one step later than it should. */
  private record Postponed(Object of, boolean lock, Runnable step) {}

  private final Weakness weakness;
  private boolean running;
  private boolean waiting;
  private final Map<Object, Seen> seen = new IdentityHashMap<>();
  private final HeldLocks held = new HeldLocks();
  private int section;
  private Postponed postponed;
  private final StoreBuffer buffer = new StoreBuffer();

  /** The lock after whose release the buffer is emptied, if it is a lock that it waits for. */
  private Object bufferedUntil;

  /** Whether the thread has stored something since it last published what it stores. */
  private boolean unpublished;

  /** Taking a VMA lock takes steps, none of which publishes anything. */
  private int acquiring;

  WeakThread(Weakness weakness) {
    this.weakness = weakness;
  }

  /** Runs a system call of the thread, or a callback. */
  long run(LongSupplier body) {
    seen.clear();
    held.clear();
    section = 0;
    waiting = false;
    bufferedUntil = null;
    unpublished = false;
    acquiring = 0;
    running = true;
    weakness.begins(body);
    try {
      long result = body.getAsLong();
      catchUp();
      buffer.flush();
      return result;
    } finally {
      running = false;
      // a replay may end before a step that is to come later
      postponed = null;
      buffer.clear();
    }
  }

  /** Makes an object: its constructor sets initial values, which are no steps. */
  <T> T construct(Supplier<T> make) {
    boolean before = running;
    running = false;
    try {
      return make.get();
    } finally {
      running = before;
    }
  }

  private boolean applies(Event event, Weakening how) {
    return running && weakness.applies(event, how);
  }

  private void catchUp() {
    Postponed step = postponed;
    postponed = null;
    if (step != null) {
      step.step().run();
    }
  }

  /** What the thread has stored is seen by the others from here on. */
  private void publish() {
    if (acquiring == 0) {
      unpublished = false;
      if (weakness.buffers()) {
        buffer.flush();
      }
    }
  }

  private void catchUpWith(Object cell) {
    if (postponed != null && postponed.of() == cell) {
      catchUp();
    }
  }

  /** A lock comes: one that was postponed is taken before it. */
  private void nextSection() {
    section++;
    if (postponed != null && postponed.lock()) {
      catchUp();
    }
  }

  // --- accesses

  <V> V load(Object cell, Event event, Order order, Function<Order, V> load) {
    if (!running) {
      return load.apply(order);
    }
    catchUpWith(cell);
    if (buffer.holds(cell)) {
      @SuppressWarnings("unchecked")
      V own = (V) buffer.value(cell);
      weakness.sees(own);
      return own;
    }
    Seen before = seen.get(cell);
    if (before != null
        && before.section() != section
        && !waiting
        && applies(event, Weakening.PASSES)) {
      seen.remove(cell);
      @SuppressWarnings("unchecked")
      V same = (V) before.value();
      weakness.sees(same);
      return same;
    }
    Order used = weakened(event, order);
    unlockEarly(event);
    V value = load.apply(used);
    weakness.sees(value);
    if (before != null && before.section() != section && !Objects.equals(before.value(), value)) {
      weakness.hasChanged();
    }
    seen.put(cell, new Seen(value, section));
    catchUp();
    return value;
  }

  <V> void store(Object cell, Event event, Order order, V value, Consumer<Order> store) {
    if (!running) {
      store.accept(order);
      return;
    }
    catchUpWith(cell);
    buffer.flush(cell);
    seen.put(cell, new Seen(value, section));
    Order used = weakened(event, order);
    Runnable make = () -> store.accept(used);
    if (order == Order.RELEASE && unpublished && applies(event, Weakening.EARLY)) {
      make.run();
      publish();
      return;
    }
    if (order == Order.RELEASE) {
      publish();
    } else if (acquiring == 0) {
      unpublished = true;
      if (weakness.buffers()) {
        buffer.put(cell, value, make);
        return;
      }
    }
    if (applies(event, Weakening.LATE)) {
      comeLater(cell, value, make);
      return;
    }
    make.run();
    catchUp();
  }

  /** Behind the next unlock; where no lock is held, behind the next step. */
  private void comeLater(Object cell, Object value, Runnable store) {
    catchUp();
    bufferedUntil = held.innermost().orElse(null);
    if (bufferedUntil == null) {
      postponed = new Postponed(cell, false, store);
    } else {
      buffer.put(cell, value, store);
    }
  }

  /**
   * @param update with the order that it has now
   * @param split the same as two accesses
   */
  <V> V update(
      Object cell, Event event, Order order, Function<Order, V> update, Supplier<V> split) {
    if (!running) {
      return update.apply(order);
    }
    catchUpWith(cell);
    buffer.flush(cell);
    publish();
    seen.remove(cell);
    Order used = weakened(event, order);
    boolean twice = applies(event, Weakening.SPLIT);
    unlockEarly(event);
    V value = twice ? split.get() : update.apply(used);
    weakness.sees(value);
    catchUp();
    return value;
  }

  private Order weakened(Event event, Order order) {
    return switch (event.call()) {
      case LOAD_ONCE, RCU_DEREFERENCE, STORE_ONCE ->
          applies(event, Weakening.WEAKER) ? Order.PLAIN : order;
      case LOAD_ACQUIRE, STORE_RELEASE, UPDATE_ACQUIRE, UPDATE_RELEASE ->
          applies(event, Weakening.WEAKER) ? Order.ONCE : order;
      case UPDATE_FULL ->
          applies(event, Weakening.WITHOUT_ACQUIRE)
              ? Order.RELEASE
              : applies(event, Weakening.WITHOUT_RELEASE) ? Order.ACQUIRE : order;
      default -> order;
    };
  }

  private void unlockEarly(Event event) {
    if (held.innermost().isPresent() && !waiting && applies(event, Weakening.EARLY_UNLOCK)) {
      held.releaseInnermost();
    }
  }

  // --- locks

  /** A way to hold a lock. */
  record Hold(Runnable acquire, Runnable release) {}

  void lock(Object lock, Event event, Hold hold) {
    lock(
        lock,
        event,
        () -> {
          hold.acquire().run();
          held.add(lock, hold.release());
        });
  }

  /** Takes a lock that has no release of its own. */
  void lock(Object lock, Event event, Runnable acquire) {
    if (!running) {
      acquire.run();
      return;
    }
    nextSection();
    if (applies(event, Weakening.DROPPED)) {
      held.pretend(lock);
      return;
    }
    Runnable whole = () -> acquire(acquire);
    if (applies(event, Weakening.LATE)) {
      catchUp();
      postponed = new Postponed(lock, true, whole);
      return;
    }
    whole.run();
    catchUp();
  }

  private void acquire(Runnable steps) {
    acquiring++;
    steps.run();
    acquiring--;
  }

  void lockForWriting(Object lock, Event event, Hold hold, Hold forReading) {
    if (!applies(event, Weakening.AS_READ)) {
      lock(lock, event, hold);
      return;
    }
    nextSection();
    forReading.acquire().run();
    held.addAsRead(lock, forReading.release());
    catchUp();
  }

  boolean tryLock(Object lock, Event event, BooleanSupplier attempt, Runnable release) {
    if (!running) {
      return attempt.getAsBoolean();
    }
    nextSection();
    if (applies(event, Weakening.DROPPED)) {
      held.pretend(lock);
      return true;
    }
    boolean got = attempt.getAsBoolean();
    weakness.sees(got);
    if (got) {
      held.add(lock, release);
    }
    catchUp();
    return got;
  }

  /**
   * Takes the lock of an object that has to be found first.
   *
   * @param find the same without the lock
   * @return null if there is none, or it could not be locked
   */
  <T> T find(Event event, Supplier<T> findAndLock, Supplier<T> find, Consumer<T> release) {
    if (!running) {
      return findAndLock.get();
    }
    if (applies(event, Weakening.DROPPED)) {
      T found = find.get();
      if (found != null) {
        held.pretend(found);
      }
      return found;
    }
    T found = findAndLock.get();
    if (found != null) {
      held.add(found, () -> release.accept(found));
    }
    return found;
  }

  void unlock(Object lock, Event event, Runnable release) {
    if (!running) {
      release.run();
      return;
    }
    section++;
    catchUpWith(lock);
    publish();
    if (held.innermost().orElse(null) == lock) {
      weakness.unlockFollows();
    }
    if (held.stopPretending(lock)) {
      return;
    }
    if (applies(event, Weakening.KEPT)) {
      return;
    }
    held.remove(lock);
    release.run();
    if (bufferedUntil == lock) {
      buffer.flush();
    }
    catchUp();
  }

  /** Whether the thread behaves as if it held a lock that a mutation took from it. */
  boolean pretends(Object lock) {
    return held.isPretended(lock) || (postponed != null && postponed.of() == lock);
  }

  /** The same for a lock that it holds, but only for reading. */
  boolean pretendsToWrite(Object lock) {
    return pretends(lock) || held.isAsRead(lock);
  }

  /** Whether a lock that is about to be released as a writer's is held as a reader's. */
  boolean stopReading(Object lock) {
    return held.stopReading(lock);
  }

  /** From writer to reader, for a lock that is held so, or only in the thread's belief. */
  void downgrade(Object lock, Runnable downgrade, Runnable releaseRead) {
    nextSection();
    publish();
    if (held.stopReading(lock) || held.isPretended(lock)) {
      return;
    }
    held.downgraded(lock, releaseRead);
    downgrade.run();
    catchUp();
  }

  // --- RCU, barriers, waits

  void readLock(Event event, Runnable readLock) {
    if (!running) {
      readLock.run();
      return;
    }
    section++;
    boolean dropped = applies(event, Weakening.DROPPED);
    held.readSectionBegins(!dropped);
    if (!dropped) {
      readLock.run();
    }
    catchUp();
  }

  void readUnlock(Runnable readUnlock) {
    if (running) {
      section++;
      if (!held.readSectionEnds()) {
        return;
      }
    }
    readUnlock.run();
    catchUp();
  }

  boolean pretendsToReadRcu() {
    return held.pretendsToReadRcu();
  }

  /** A step that is made or left out. */
  void step(Event event, Runnable step) {
    if (applies(event, Weakening.DROPPED)) {
      return;
    }
    step(step);
  }

  /** A step that cannot be weakened. */
  void step(Runnable step) {
    publish();
    step.run();
    catchUp();
  }

  /** A callback that runs after a grace period, or at once. */
  void call(Event event, Runnable callback, Consumer<Runnable> call) {
    publish();
    if (applies(event, Weakening.DROPPED)) {
      callback.run();
      return;
    }
    if (!running) {
      call.accept(callback);
      return;
    }
    call.accept(
        () ->
            run(
                () -> {
                  callback.run();
                  return 0;
                }));
    catchUp();
  }

  void await(Event event, Runnable await) {
    if (!running) {
      await.run();
      return;
    }
    catchUp();
    publish();
    section++;
    if (applies(event, Weakening.DROPPED)) {
      return;
    }
    waiting = true;
    await.run();
    waiting = false;
  }
}
