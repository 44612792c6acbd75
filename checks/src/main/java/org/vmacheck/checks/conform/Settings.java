package org.vmacheck.checks.conform;

import java.time.Duration;

/**
 * What a run of the comparison may do.
 *
 * @param seed of the first sequence; the others follow from it
 * @param sequences at most
 * @param length calls a sequence
 * @param budget wall-clock time at most, or null
 * @param jobs threads, each with a kernel side of its own
 */
public record Settings(long seed, int sequences, int length, Duration budget, int jobs) {

  public Settings {
    if (sequences < 1 || length < 1 || jobs < 1) {
      throw new IllegalArgumentException("sequences, length and jobs are at least 1");
    }
  }

  /** The seed of a sequence: number 0 has the run's own, so that one sequence can be run again. */
  long seedOf(int number) {
    if (number == 0) {
      return seed;
    }
    long mixed = seed + number * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    // short enough to be typed
    return (mixed ^ (mixed >>> 31)) & 0xffff_ffffL;
  }
}
