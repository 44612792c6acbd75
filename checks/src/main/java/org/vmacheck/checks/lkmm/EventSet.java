package org.vmacheck.checks.lkmm;

/** A set of events, one bit an event; its events are numbered from 0 to {@link #universe()} - 1. */
public final class EventSet {
  private final int universe;
  private final long[] words;

  /**
   * The empty set.
   *
   * @param universe how many events there are
   */
  public EventSet(int universe) {
    this(universe, new long[(universe + 63) >>> 6]);
  }

  private EventSet(int universe, long[] words) {
    this.universe = universe;
    this.words = words;
  }

  public int universe() {
    return universe;
  }

  /** Puts an event in, while the set is being built. */
  public void add(int event) {
    words[event >>> 6] |= 1L << event;
  }

  public boolean contains(int event) {
    return (words[event >>> 6] >>> event & 1) != 0;
  }

  public boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  public EventSet or(EventSet other) {
    long[] result = words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] |= other.words[i];
    }
    return new EventSet(universe, result);
  }

  public EventSet and(EventSet other) {
    long[] result = words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= other.words[i];
    }
    return new EventSet(universe, result);
  }

  public EventSet minus(EventSet other) {
    long[] result = words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= ~other.words[i];
    }
    return new EventSet(universe, result);
  }

  /** The smallest event of the set that is not below {@code from}, or -1. */
  public int next(int from) {
    int i = from >>> 6;
    if (i >= words.length) {
      return -1;
    }
    long word = words[i] & -1L << from;
    while (word == 0) {
      if (++i == words.length) {
        return -1;
      }
      word = words[i];
    }
    return (i << 6) + Long.numberOfTrailingZeros(word);
  }

  long word(int index) {
    return words[index];
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int e = next(0); e >= 0; e = next(e + 1)) {
      text.append(text.length() > 1 ? " " : "").append(e);
    }
    return text.append('}').toString();
  }
}
