package org.vmacheck.checks.syscall;

/** What {@code mbind} can be told, with the numbers of its header. */
public enum Policy {
  MPOL_DEFAULT(0),
  MPOL_BIND(2),
  MPOL_INTERLEAVE(3),
  MPOL_LOCAL(4);

  private final int number;

  Policy(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
