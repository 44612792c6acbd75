package org.vmacheck.checks.live.drive;

/**
 * Where a thread is held: at the entry of a function of the kernel, or when it has just left it.
 *
 * @param past whether it is left
 */
public record Stop(String function, boolean past) {

  /** At its entry. */
  public static Stop to(String function) {
    return new Stop(function, false);
  }

  /** Where it has returned. */
  public static Stop past(String function) {
    return new Stop(function, true);
  }

  /** {@code to mprotect_fixup}. */
  @Override
  public String toString() {
    return (past ? "past " : "to ") + function;
  }
}
