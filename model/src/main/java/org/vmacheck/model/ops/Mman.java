package org.vmacheck.model.ops;

import org.vmacheck.model.mm.VmFlags;

/** What user space writes into the arguments of the memory system calls, and what it means. */
public final class Mman {

  public static final long PROT_NONE = 0;
  public static final long PROT_READ = 1;
  public static final long PROT_WRITE = 2;
  public static final long PROT_EXEC = 4;

  public static final long MAP_SHARED = 0x1;
  public static final long MAP_PRIVATE = 0x2;
  public static final long MAP_FIXED = 0x10;
  public static final long MAP_ANONYMOUS = 0x20;
  public static final long MAP_GROWSDOWN = 0x100;
  public static final long MAP_NORESERVE = 0x4000;
  public static final long MAP_HUGETLB = 0x40000;
  public static final long MAP_FIXED_NOREPLACE = 0x100000;

  public static final long MREMAP_MAYMOVE = 1;
  public static final long MREMAP_FIXED = 2;
  public static final long MREMAP_DONTUNMAP = 4;

  private Mman() {}

  /** {@code calc_vm_prot_bits}: the two agree bit for bit. */
  static long calcVmProtBits(long prot) {
    return prot & (PROT_READ | PROT_WRITE | PROT_EXEC);
  }

  /** {@code accountable_mapping}: private, writable and not without reservation. */
  static boolean accountableMapping(long vmFlags) {
    return (vmFlags & (VmFlags.NORESERVE | VmFlags.SHARED | VmFlags.WRITE)) == VmFlags.WRITE;
  }
}
