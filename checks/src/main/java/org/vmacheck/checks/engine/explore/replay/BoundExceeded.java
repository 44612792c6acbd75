package org.vmacheck.checks.engine.explore.replay;

/** A thread made more accesses than a bounded program should: it may never end. */
public final class BoundExceeded extends Error {

  private static final long serialVersionUID = 1L;

  BoundExceeded(int bound) {
    super("more than " + bound + " accesses in one thread", null, false, false);
  }
}
