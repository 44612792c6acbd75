package org.vmacheck.checks.engine.explore.replay;

/**
 * How long a thread may go on. One that comes to a bound is cut there: what it would do next is no
 * part of the executions that are visited.
 *
 * @param accesses how many accesses it may make, at least 1
 * @param restarts how often one system call of it may start over
 */
public record Bounds(int accesses, int restarts) {

  /** Which bound a thread has come to: the note of its last step. */
  public enum Reached {
    ACCESSES,
    RESTARTS
  }

  /** A bound in words. */
  public String text(Reached reached) {
    return switch (reached) {
      case ACCESSES -> accesses + " accesses of one thread";
      case RESTARTS -> restarts + (restarts == 1 ? " restart" : " restarts") + " of a system call";
    };
  }
}
