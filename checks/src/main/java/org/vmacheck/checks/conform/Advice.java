package org.vmacheck.checks.conform;

/** The {@code madvise} behaviours that are compared. */
public enum Advice {
  NORMAL(0),
  RANDOM(1),
  SEQUENTIAL(2),
  DONTNEED(4),
  DONTFORK(10),
  DOFORK(11),
  DONTDUMP(16),
  DODUMP(17),
  WIPEONFORK(18),
  KEEPONFORK(19),
  COLD(20),
  POPULATE_READ(22),
  POPULATE_WRITE(23),
  GUARD_INSTALL(102),
  GUARD_REMOVE(103);

  private final int number;

  Advice(int number) {
    this.number = number;
  }

  /** {@code MADV_...} of the kernel's interface. */
  public int number() {
    return number;
  }

  /** Whether a kernel without guard regions refuses it. */
  public boolean needsGuardRegions() {
    return this == GUARD_INSTALL || this == GUARD_REMOVE;
  }

  static Advice of(int number) {
    for (Advice advice : values()) {
      if (advice.number == number) {
        return advice;
      }
    }
    throw new IllegalArgumentException("no advice has the number " + number);
  }
}
