package org.vmacheck.checks.litmus.run;

import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;

/**
 * What a search has cost so far. One that would take hours says after some seconds that it cannot:
 * the number of executions grows with the factorial of the accesses of a location.
 */
final class Effort {

  /** A unit is about ten nanoseconds. */
  private static final long LIMIT = 300_000_000;

  private long spent;

  /**
   * Counts some more.
   *
   * @throws UnsupportedConstruct if that is too much
   */
  void spend(long units) {
    spent += units;
    if (spent > LIMIT) {
      throw new UnsupportedConstruct("a search of more than " + LIMIT + " steps", 0);
    }
  }
}
