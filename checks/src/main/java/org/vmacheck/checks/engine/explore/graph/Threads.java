package org.vmacheck.checks.engine.explore.graph;

/** The program as the explorer sees it: what each thread does, and what the cells hold at first. */
public interface Threads {

  int count();

  /** The first step of a thread. */
  Label first(int thread);

  /**
   * The step after {@code step}, which read this value (0 if it reads none). The same arguments
   * always give the same object as long as the step itself is in use.
   */
  Label after(int thread, Label label, long value);

  /** What a cell holds before every thread. */
  long initial(int location);

  /** The number of the allocated object that a cell belongs to, or -1. */
  int object(int location);

  /** Whether a value read from a cell may give the address of an object. */
  boolean leadsTo(int location, long value, int object);

  /**
   * Whether a value read from a cell may give the address of any object; none where steps state
   * their dependencies.
   */
  default boolean isAddress(int location, long value) {
    return false;
  }

  /** Whether data races on a cell are intended. */
  boolean mayRace(int location);

  /** Whether the thread may wait for ever, as a kernel thread that serves others does. */
  boolean daemon(int thread);

  /**
   * An earlier thread that does the same as this one: wherever one of the two did something, the
   * other could have, and nobody can tell which it was. -1 if there is none, or executions that
   * differ in this are all to be visited.
   */
  default int twin(int thread) {
    return -1;
  }
}
