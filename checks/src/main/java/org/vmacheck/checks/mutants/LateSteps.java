package org.vmacheck.checks.mutants;

/**
 * The steps of a thread that the others do not see yet: one that comes one step later than it
 * should, and stores that wait for an unlock or for what publishes them.
 */
final class LateSteps {

  private record Postponed(Object of, boolean lock, Runnable step) {}

  /** Whether the others are to see what the thread stores only when it publishes it. */
  private final boolean buffers;

  private Postponed postponed;
  private final StoreBuffer buffer = new StoreBuffer();

  /** The lock after whose release the buffer is emptied, if it is a lock that it waits for. */
  private Object bufferedUntil;

  /** Whether the thread has stored something since it last published what it stores. */
  private boolean unpublished;

  /** Taking a VMA lock takes steps, none of which publishes anything. */
  private int acquiring;

  LateSteps(boolean buffers) {
    this.buffers = buffers;
  }

  void clear() {
    // a replay may end before a step that is to come later
    postponed = null;
    buffer.clear();
    bufferedUntil = null;
    unpublished = false;
    acquiring = 0;
  }

  /** The thread has come to its end. */
  void finish() {
    catchUp();
    buffer.flush();
  }

  // --- one step later

  void postponeLock(Object lock, Runnable step) {
    catchUp();
    postponed = new Postponed(lock, true, step);
  }

  boolean isPostponed(Object lock) {
    return postponed != null && postponed.of() == lock;
  }

  /** A lock comes: one that was postponed is taken before it. */
  void catchUpLock() {
    if (postponed != null && postponed.lock()) {
      catchUp();
    }
  }

  void catchUpWith(Object cell) {
    if (isPostponed(cell)) {
      catchUp();
    }
  }

  void catchUp() {
    Postponed step = postponed;
    postponed = null;
    if (step != null) {
      step.step().run();
    }
  }

  /**
   * A store comes after the next unlock of a lock.
   *
   * @param lock null if the thread holds none: it comes after the next step then
   */
  void comeLater(Object cell, Object value, Runnable store, Object lock) {
    catchUp();
    bufferedUntil = lock;
    if (lock == null) {
      postponed = new Postponed(cell, false, store);
    } else {
      buffer.put(cell, value, store);
    }
  }

  // --- stores that the thread alone sees

  boolean holds(Object cell) {
    return buffer.holds(cell);
  }

  Object value(Object cell) {
    return buffer.value(cell);
  }

  void flush(Object cell) {
    buffer.flush(cell);
  }

  void unlocked(Object lock) {
    if (bufferedUntil == lock) {
      buffer.flush();
    }
  }

  /** Makes the steps that take a lock. */
  void acquire(Runnable steps) {
    acquiring++;
    steps.run();
    acquiring--;
  }

  boolean hasUnpublished() {
    return unpublished;
  }

  /** What the thread has stored is seen by the others from here on. */
  void publish() {
    if (acquiring == 0) {
      unpublished = false;
      if (buffers) {
        buffer.flush();
      }
    }
  }

  /** A store that publishes nothing: whether it waits for one that does. */
  boolean isHeldBack(Object cell, Object value, Runnable store) {
    if (acquiring > 0) {
      return false;
    }
    unpublished = true;
    if (buffers) {
      buffer.put(cell, value, store);
    }
    return buffers;
  }
}
