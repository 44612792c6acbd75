package org.vmacheck.checks.syscall;

import org.vmacheck.model.ops.Mman;

/** Flags of {@code mremap}. */
public enum RemapFlag implements Flag {
  MREMAP_MAYMOVE(Mman.MREMAP_MAYMOVE),
  MREMAP_FIXED(Mman.MREMAP_FIXED),
  MREMAP_DONTUNMAP(Mman.MREMAP_DONTUNMAP);

  private final long bit;

  RemapFlag(long bit) {
    this.bit = bit;
  }

  @Override
  public long bit() {
    return bit;
  }
}
