package org.vmacheck.checks.syscall;

/** What {@code madvise} can be told, with the numbers of its header. */
public enum Advice {
  MADV_NORMAL(0),
  MADV_RANDOM(1),
  MADV_SEQUENTIAL(2),
  MADV_DONTNEED(4),
  MADV_FREE(8),
  MADV_DONTFORK(10),
  MADV_DOFORK(11),
  MADV_MERGEABLE(12),
  MADV_UNMERGEABLE(13),
  MADV_DONTDUMP(16),
  MADV_DODUMP(17),
  MADV_WIPEONFORK(18),
  MADV_KEEPONFORK(19),
  MADV_COLD(20),
  MADV_PAGEOUT(21),
  MADV_POPULATE_READ(22),
  MADV_POPULATE_WRITE(23),
  MADV_COLLAPSE(25),
  MADV_GUARD_INSTALL(102),
  MADV_GUARD_REMOVE(103);

  private final int number;

  Advice(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Whether a kernel without guard regions refuses it. */
  public boolean needsGuardRegions() {
    return this == MADV_GUARD_INSTALL || this == MADV_GUARD_REMOVE;
  }
}
