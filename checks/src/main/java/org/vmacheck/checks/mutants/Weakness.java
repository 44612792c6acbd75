package org.vmacheck.checks.mutants;

/** Which steps are to be weakened; asked before each of them, in every way that it can be. */
interface Weakness {

  boolean applies(Event event, Weakening how);

  /** Whether the others are to see what a thread stores only when it publishes it. */
  default boolean buffers() {
    return false;
  }

  /** A thread begins with a system call or a callback, as often as it is replayed. */
  default void begins(Object body) {}

  /** What the thread does from here on depends on this value as well. */
  default void sees(Object value) {}

  /** A cell that was read before, and is read again, holds something else by now. */
  default void hasChanged() {}

  /** The innermost lock is about to be released. */
  default void unlockFollows() {}
}
