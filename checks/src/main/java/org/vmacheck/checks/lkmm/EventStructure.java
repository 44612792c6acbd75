package org.vmacheck.checks.lkmm;

import java.util.Arrays;

/**
 * What the threads of one execution did: its events, their program order, and the dependencies
 * between them. Which write each read took its value from ({@code rf}) and in which order writes
 * reached memory ({@code co}) is not in it: many candidate executions share one event structure.
 *
 * <p>Built by appending: {@link #event} in program order thread by thread (threads may alternate),
 * the initial writes with thread {@link #INITIAL}; then the dependencies. It must not change once
 * it is given to {@link LinuxKernelModel}.
 */
public final class EventStructure {
  /** The thread of initial writes: before all threads, in none of them. */
  public static final int INITIAL = -1;

  /** The location of an event that has none. */
  public static final int NOWHERE = -1;

  private int size;
  private int[] threads;
  private int[] locations;
  private EventKind[] kinds;
  private Tag[] tags;
  private boolean[] atomics;
  private int[] dependencies = new int[48];
  private int dependencyCount;

  /**
   * An event structure without events.
   *
   * @param expected about how many events there will be
   */
  public EventStructure(int expected) {
    threads = new int[expected];
    locations = new int[expected];
    kinds = new EventKind[expected];
    tags = new Tag[expected];
    atomics = new boolean[expected];
  }

  /** Appends the initial write of a location; returns its number. */
  public int initialWrite(int location) {
    return append(INITIAL, EventKind.WRITE, Tag.INIT, location, false);
  }

  /**
   * Appends an event to its thread; returns its number.
   *
   * @param location any number not below 0, or {@link #NOWHERE}
   */
  public int event(int thread, EventKind kind, Tag tag, int location) {
    return append(thread, kind, tag, location, false);
  }

  /**
   * Appends the read or the write of a read-modify-write to its thread; returns its number. A
   * conditional one that failed ({@code cmpxchg}) is such a read without a write.
   */
  public int atomicEvent(int thread, EventKind kind, Tag tag, int location) {
    return append(thread, kind, tag, location, true);
  }

  private int append(int thread, EventKind kind, Tag tag, int location, boolean atomic) {
    if (size == threads.length) {
      int more = 2 * size + 8;
      threads = Arrays.copyOf(threads, more);
      locations = Arrays.copyOf(locations, more);
      kinds = Arrays.copyOf(kinds, more);
      tags = Arrays.copyOf(tags, more);
      atomics = Arrays.copyOf(atomics, more);
    }
    threads[size] = thread;
    locations[size] = location;
    kinds[size] = kind;
    tags[size] = tag;
    atomics[size] = atomic;
    return size++;
  }

  /** The address of {@code to} was computed from what the read {@code from} returned. */
  public void addr(int from, int to) {
    depend(Dependency.ADDR, from, to);
  }

  /** The value that {@code to} writes was computed from what the read {@code from} returned. */
  public void data(int from, int to) {
    depend(Dependency.DATA, from, to);
  }

  /** Whether {@code to} runs was decided by what the read {@code from} returned. */
  public void ctrl(int from, int to) {
    depend(Dependency.CTRL, from, to);
  }

  /** The read {@code from} and the write {@code to} are one successful read-modify-write. */
  public void rmw(int from, int to) {
    depend(Dependency.RMW, from, to);
  }

  private void depend(Dependency kind, int from, int to) {
    if (dependencyCount + 3 > dependencies.length) {
      dependencies = Arrays.copyOf(dependencies, 2 * dependencies.length);
    }
    dependencies[dependencyCount++] = kind.ordinal();
    dependencies[dependencyCount++] = from;
    dependencies[dependencyCount++] = to;
  }

  /** The relations that an execution states edge by edge. */
  enum Dependency {
    ADDR,
    DATA,
    CTRL,
    RMW
  }

  /** From each event to all later ones of its thread. */
  public Relation programOrder() {
    Relation result = new Relation(size);
    for (int a = 0; a < size; a++) {
      for (int b = a + 1; b < size; b++) {
        if (threads[a] >= 0 && threads[a] == threads[b]) {
          result.add(a, b);
        }
      }
    }
    return result;
  }

  /** One of the stated relations. */
  Relation dependencies(Dependency kind) {
    Relation result = new Relation(size);
    for (int i = 0; i < dependencyCount; i += 3) {
      if (dependencies[i] == kind.ordinal()) {
        result.add(dependencies[i + 1], dependencies[i + 2]);
      }
    }
    return result;
  }

  /** How many events there are; they are numbered from 0 in the order of their appending. */
  public int size() {
    return size;
  }

  public int thread(int event) {
    return threads[event];
  }

  public int location(int event) {
    return locations[event];
  }

  public EventKind kind(int event) {
    return kinds[event];
  }

  public Tag tag(int event) {
    return tags[event];
  }

  /** Whether the event is part of a read-modify-write; not said of locks. */
  public boolean atomic(int event) {
    return atomics[event];
  }
}
