package org.vmacheck.model.mm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bits of {@code vma->vm_flags} and the sets that operations compare them with, as of 6.18.y of
 * mid-2026 and 6.19.
 */
public final class VmFlags {

  public static final long READ = 0x1;
  public static final long WRITE = 0x2;
  public static final long EXEC = 0x4;
  public static final long SHARED = 0x8;
  public static final long MAYREAD = 0x10;
  public static final long MAYWRITE = 0x20;
  public static final long MAYEXEC = 0x40;
  public static final long MAYSHARE = 0x80;
  public static final long GROWSDOWN = 0x100;
  public static final long UFFD_MISSING = 0x200;
  public static final long PFNMAP = 0x400;

  /** The range may hold guard markers; clear means that it certainly holds none. */
  public static final long MAYBE_GUARD = 0x800;

  /** The bit number of {@link #MAYBE_GUARD}. */
  public static final int MAYBE_GUARD_BIT = 11;

  public static final long UFFD_WP = 0x1000;
  public static final long LOCKED = 0x2000;
  public static final long IO = 0x4000;
  public static final long SEQ_READ = 0x8000;
  public static final long RAND_READ = 0x10000;
  public static final long DONTCOPY = 0x20000;
  public static final long DONTEXPAND = 0x40000;
  public static final long LOCKONFAULT = 0x80000;
  public static final long ACCOUNT = 0x100000;
  public static final long NORESERVE = 0x200000;
  public static final long HUGETLB = 0x400000;
  public static final long WIPEONFORK = 0x2000000;
  public static final long DONTDUMP = 0x4000000;
  public static final long SOFTDIRTY = 0x8000000;
  public static final long MIXEDMAP = 0x10000000;

  public static final long MERGEABLE = 0x80000000L;

  /** Neither the range nor what may be done there changes any more (64 bit only). */
  public static final long SEALED = 1L << 42;

  /** {@code VM_ACCESS_FLAGS}. */
  public static final long ACCESS = READ | WRITE | EXEC;

  /** {@code __VM_UFFD_FLAGS}, as far as they are modelled. */
  public static final long UFFD_FLAGS = UFFD_MISSING | UFFD_WP;

  /** {@code VM_SPECIAL}: never merged. */
  public static final long SPECIAL = IO | DONTEXPAND | PFNMAP | MIXEDMAP;

  /** {@code VM_STICKY}: a merged VMA has them if any part had. */
  public static final long STICKY = SOFTDIRTY | MAYBE_GUARD;

  /** {@code VM_IGNORE_MERGE}: not compared when two VMAs are to be merged. */
  public static final long IGNORE_MERGE = STICKY;

  /** {@code VM_COPY_ON_FORK}: a fault could not rebuild the page tables. */
  public static final long COPY_ON_FORK = PFNMAP | MIXEDMAP | UFFD_WP | MAYBE_GUARD;

  /** {@code VM_ATOMIC_SET_ALLOWED}: may be set with only a read lock held. */
  public static final long ATOMIC_SET_ALLOWED = MAYBE_GUARD;

  /** {@code VM_LOCKED_MASK}. */
  public static final long LOCKED_MASK = LOCKED | LOCKONFAULT;

  private static final Map<Long, String> MNEMONICS = mnemonics();

  private VmFlags() {}

  /** The two letters that smaps prints for each modelled bit, in the order it prints them. */
  public static Map<Long, String> smapsMnemonics() {
    return MNEMONICS;
  }

  /** The flags as smaps prints them: {@code rd wr mr mw me ac gu}. */
  public static String toString(long flags) {
    List<String> letters = new ArrayList<>();
    MNEMONICS.forEach(
        (bit, name) -> {
          if ((flags & bit) != 0) {
            letters.add(name);
          }
        });
    return String.join(" ", letters);
  }

  private static Map<Long, String> mnemonics() {
    Map<Long, String> names = new LinkedHashMap<>();
    names.put(READ, "rd");
    names.put(WRITE, "wr");
    names.put(EXEC, "ex");
    names.put(SHARED, "sh");
    names.put(MAYREAD, "mr");
    names.put(MAYWRITE, "mw");
    names.put(MAYEXEC, "me");
    names.put(MAYSHARE, "ms");
    names.put(GROWSDOWN, "gd");
    names.put(UFFD_MISSING, "um");
    names.put(PFNMAP, "pf");
    names.put(MAYBE_GUARD, "gu");
    names.put(UFFD_WP, "uw");
    names.put(LOCKED, "lo");
    names.put(IO, "io");
    names.put(SEQ_READ, "sr");
    names.put(RAND_READ, "rr");
    names.put(DONTCOPY, "dc");
    names.put(DONTEXPAND, "de");
    names.put(LOCKONFAULT, "lf");
    names.put(ACCOUNT, "ac");
    names.put(NORESERVE, "nr");
    names.put(HUGETLB, "ht");
    names.put(WIPEONFORK, "wf");
    names.put(DONTDUMP, "dd");
    names.put(SOFTDIRTY, "sd");
    names.put(MIXEDMAP, "mm");
    names.put(MERGEABLE, "mg");
    names.put(SEALED, "sl");
    return java.util.Collections.unmodifiableMap(names);
  }
}
