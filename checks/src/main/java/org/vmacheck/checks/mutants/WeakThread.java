package org.vmacheck.checks.mutants;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The thread that is at work, one at a time, with its steps weakened. Every step of every thread
 * goes through here. What comes before and after the threads is left as it is.
 */
final class WeakThread {

  private final Weakness weakness;
  private boolean running;
  private boolean waiting;
  private final HeldLocks held = new HeldLocks();
  private final LateSteps late;
  private final WeakAccesses accesses;
  private int section;

  WeakThread(Weakness weakness) {
    this.weakness = weakness;
    this.late = new LateSteps(weakness.buffers());
    this.accesses = new WeakAccesses(this, late);
  }

  WeakAccesses accesses() {
    return accesses;
  }

  /** Runs a system call of the thread, or a callback. */
  long run(LongSupplier body) {
    accesses.clear();
    held.clear();
    late.clear();
    section = 0;
    waiting = false;
    running = true;
    weakness.begins(body);
    try {
      long result = body.getAsLong();
      late.finish();
      return result;
    } finally {
      running = false;
      late.clear();
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

  boolean isRunning() {
    return running;
  }

  boolean isWaiting() {
    return waiting;
  }

  /** Counts the critical sections that the thread has begun and ended. */
  int section() {
    return section;
  }

  /** The lock that the thread took last; null if it holds none. */
  Object innermostLock() {
    return held.innermost().orElse(null);
  }

  void sees(Object value) {
    weakness.sees(value);
  }

  void hasChanged() {
    weakness.hasChanged();
  }

  boolean applies(Event event, Weakening how) {
    return running && weakness.applies(event, how);
  }

  private void nextSection() {
    section++;
    late.catchUpLock();
  }

  void unlockEarly(Event event) {
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
    Runnable whole = () -> late.acquire(acquire);
    if (applies(event, Weakening.LATE)) {
      late.postponeLock(lock, whole);
      return;
    }
    whole.run();
    late.catchUp();
  }

  void lockForWriting(Object lock, Event event, Hold hold, Hold forReading) {
    if (!applies(event, Weakening.AS_READ)) {
      lock(lock, event, hold);
      return;
    }
    nextSection();
    forReading.acquire().run();
    held.addAsRead(lock, forReading.release());
    late.catchUp();
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
    late.catchUp();
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
    late.catchUpWith(lock);
    late.publish();
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
    late.unlocked(lock);
    late.catchUp();
  }

  /** Whether the thread behaves as if it held a lock that a mutation took from it. */
  boolean pretends(Object lock) {
    return held.isPretended(lock) || late.isPostponed(lock);
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
    late.publish();
    if (held.stopReading(lock) || held.isPretended(lock)) {
      return;
    }
    held.downgraded(lock, releaseRead);
    downgrade.run();
    late.catchUp();
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
    late.catchUp();
  }

  void readUnlock(Runnable readUnlock) {
    if (running) {
      section++;
      if (!held.readSectionEnds()) {
        return;
      }
    }
    readUnlock.run();
    late.catchUp();
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
    late.publish();
    step.run();
    late.catchUp();
  }

  /** A callback that runs after a grace period, or at once. */
  void call(Event event, Runnable callback, Consumer<Runnable> call) {
    late.publish();
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
    late.catchUp();
  }

  void await(Event event, Runnable await) {
    if (!running) {
      await.run();
      return;
    }
    late.catchUp();
    late.publish();
    section++;
    if (applies(event, Weakening.DROPPED)) {
      return;
    }
    waiting = true;
    await.run();
    waiting = false;
  }
}
