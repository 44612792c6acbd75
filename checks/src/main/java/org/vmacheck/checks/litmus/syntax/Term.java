package org.vmacheck.checks.litmus.syntax;

/** What a condition compares. */
public sealed interface Term {

  record Number(long value) implements Term {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** The address of a location. */
  record Address(String location) implements Term {
    @Override
    public String toString() {
      return location;
    }
  }

  /** What an execution ends with; a state is a value for each of these. */
  sealed interface Observable extends Term, Comparable<Observable> {
    /** Registers by thread, then by name; locations after them. */
    @Override
    default int compareTo(Observable other) {
      return key().compareTo(other.key());
    }

    private String key() {
      if (this instanceof Register r) {
        return String.format("0 %06d %s", r.thread(), r.name());
      }
      return "1 " + this;
    }
  }

  /** The last value of a thread's local variable. */
  record Register(int thread, String name) implements Observable {
    @Override
    public String toString() {
      return thread + ":" + name;
    }
  }

  /** The last value of a location. */
  record Location(String name) implements Observable {
    @Override
    public String toString() {
      return name;
    }
  }
}
