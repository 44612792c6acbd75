package org.vmacheck.checks.mutants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The locks that a thread holds, and those that it only believes to hold. */
final class HeldLocks {

  private record Held(Object lock, Runnable release) {}

  /** Innermost last. */
  private final List<Held> held = new ArrayList<>();

  private final Set<Object> pretended = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Object> asRead = Collections.newSetFromMap(new IdentityHashMap<>());

  /** RCU read sections, innermost last: whether there is one, or only the belief. */
  private final List<Boolean> readSections = new ArrayList<>();

  void clear() {
    held.clear();
    pretended.clear();
    asRead.clear();
    readSections.clear();
  }

  void add(Object lock, Runnable release) {
    held.add(new Held(lock, release));
  }

  /** A lock for writing that is held for reading. */
  void addAsRead(Object lock, Runnable release) {
    asRead.add(lock);
    add(lock, release);
  }

  /** From here on the thread believes to hold this lock. */
  void pretend(Object lock) {
    pretended.add(lock);
  }

  /** Whether that is all there was to it. */
  boolean stopPretending(Object lock) {
    return pretended.remove(lock);
  }

  boolean isPretended(Object lock) {
    return pretended.contains(lock);
  }

  boolean isAsRead(Object lock) {
    return asRead.contains(lock);
  }

  /** Whether a lock that is about to be released as a writer's is held as a reader's. */
  boolean stopReading(Object lock) {
    return asRead.remove(lock);
  }

  void remove(Object lock) {
    held.removeIf(one -> one.lock() == lock);
  }

  /** A writer's lock is a reader's from here on. */
  void downgraded(Object lock, Runnable releaseRead) {
    held.replaceAll(one -> one.lock() == lock ? new Held(lock, releaseRead) : one);
  }

  /** The lock that was taken last. */
  Optional<Object> innermost() {
    return held.isEmpty() ? Optional.empty() : Optional.of(held.get(held.size() - 1).lock());
  }

  /** Releases it; the thread does not know. */
  void releaseInnermost() {
    Held innermost = held.remove(held.size() - 1);
    innermost.release().run();
    pretend(innermost.lock());
  }

  void readSectionBegins(boolean there) {
    readSections.add(there);
  }

  /** Whether the section that ends has been there. */
  boolean readSectionEnds() {
    return readSections.isEmpty() || readSections.remove(readSections.size() - 1);
  }

  boolean pretendsToReadRcu() {
    return readSections.contains(false);
  }
}
