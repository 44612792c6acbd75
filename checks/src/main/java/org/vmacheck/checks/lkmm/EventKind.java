package org.vmacheck.checks.lkmm;

/** What an event is: an access of memory, or an event that only orders. */
public enum EventKind {
  READ,
  WRITE,
  /** A fence, an RCU event or a grace period; a SRCU grace period has a location all the same. */
  FENCE
}
