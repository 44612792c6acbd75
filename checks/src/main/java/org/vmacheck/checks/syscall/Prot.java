package org.vmacheck.checks.syscall;

import org.vmacheck.model.ops.Mman;

/** Access that {@code mmap} and {@code mprotect} ask for; none of it is {@code PROT_NONE}. */
public enum Prot implements Flag {
  PROT_READ(Mman.PROT_READ),
  PROT_WRITE(Mman.PROT_WRITE),
  PROT_EXEC(Mman.PROT_EXEC);

  private final long bit;

  Prot(long bit) {
    this.bit = bit;
  }

  @Override
  public long bit() {
    return bit;
  }
}
