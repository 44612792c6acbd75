package org.vmacheck.checks.syscall;

import org.vmacheck.model.ops.Mman;

/** Flags of {@code mmap}; {@code MAP_PRIVATE} and {@code MAP_ANONYMOUS} go without saying. */
public enum MapFlag implements Flag {
  MAP_SHARED(Mman.MAP_SHARED),
  MAP_FIXED(Mman.MAP_FIXED),
  MAP_GROWSDOWN(Mman.MAP_GROWSDOWN),
  MAP_NORESERVE(Mman.MAP_NORESERVE),
  MAP_HUGETLB(Mman.MAP_HUGETLB),
  MAP_FIXED_NOREPLACE(Mman.MAP_FIXED_NOREPLACE);

  private final long bit;

  MapFlag(long bit) {
    this.bit = bit;
  }

  @Override
  public long bit() {
    return bit;
  }
}
