package org.vmacheck.checks.mutants;

/** One way to make a step weaker than it is. */
public enum Weakening {
  /** The next weaker ordering. Only LKMM can tell. */
  WEAKER("weaker", "has the next weaker ordering", true),
  /** A full read-modify-write is a release only. Only LKMM can tell. */
  WITHOUT_ACQUIRE("without-acquire", "orders nothing that comes after it", true),
  /** A full read-modify-write is an acquire only. Only LKMM can tell. */
  WITHOUT_RELEASE("without-release", "orders nothing that comes before it", true),
  /** A read-modify-write is a load and a store. */
  SPLIT("split", "is a load and a store", false),
  /** The step is left out; of a lock its release as well, and what asserts that it is held. */
  DROPPED("dropped", "is left out", false),
  /** A lock taken for writing is taken for reading. */
  AS_READ("as-read", "takes the lock for reading", false),
  /** A lock comes after the next access, a store after the next unlock of the innermost lock. */
  LATE("late", "comes too late", false),
  /** A store with release comes before the stores that it publishes. */
  EARLY("early", "comes before what it publishes", false),
  /** The last access of a critical section comes after its unlock. */
  EARLY_UNLOCK("early-unlock", "comes after the unlock behind it", false),
  /** The lock is not released. */
  KEPT("kept", "is left out, and the lock kept", false),
  /** A cell that is read again, in another critical section, still holds what it held. */
  PASSES("passes", "finds what was read before: the check passes", false);

  private final String text;
  private final String sentence;
  private final boolean ordering;

  Weakening(String text, String sentence, boolean ordering) {
    this.text = text;
    this.sentence = sentence;
    this.ordering = ordering;
  }

  public String text() {
    return text;
  }

  /** What the step does when it is weakened so. */
  public String sentence() {
    return sentence;
  }

  /** Whether it is about the order of accesses alone, which SC keeps anyway. */
  boolean isOrdering() {
    return ordering;
  }
}
