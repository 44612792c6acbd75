package org.vmacheck.checks.engine.lincheck;

import static org.vmacheck.model.ops.UserAccess.SIGSEGV;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.Prot;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Page;
import org.vmacheck.checks.syscall.SystemCall.Range;
import org.vmacheck.model.mm.VmFlags;

/** The numbers that Lincheck draws as calls, and what it compares of their results. */
final class Calls {

  private static final Set<Prot> READ_WRITE = Set.of(Prot.PROT_READ, Prot.PROT_WRITE);

  private Calls() {}

  static SystemCall read(int page) {
    return new SystemCall.Read(new Page(page));
  }

  static SystemCall write(int page, int value) {
    return new SystemCall.Write(new Page(page), value);
  }

  static SystemCall mmap(int hint, int pages) {
    return new SystemCall.Mmap(new Range(hint, pages), READ_WRITE, Set.of(), "", 0);
  }

  static SystemCall mmapFixed(int start, int pages) {
    return new SystemCall.Mmap(
        new Range(start, pages), READ_WRITE, Set.of(MapFlag.MAP_FIXED), "", 0);
  }

  static SystemCall munmap(int start, int pages) {
    return new SystemCall.Munmap(new Range(start, pages));
  }

  /**
   * @param bits of {@code PROT_*}
   */
  static SystemCall mprotect(int start, int pages, int bits) {
    Set<Prot> prot =
        Arrays.stream(Prot.values())
            .filter(one -> (one.bit() & bits) != 0)
            .collect(Collectors.toSet());
    return new SystemCall.Mprotect(new Range(start, pages), prot);
  }

  static SystemCall madvise(int start, int pages, Advice advice) {
    return new SystemCall.Madvise(new Range(start, pages), advice);
  }

  static SystemCall smaps(int page) {
    return new SystemCall.Smaps(new Page(page));
  }

  static SystemCall collapse() {
    return new SystemCall.Collapse(Invocation.FILE, 0);
  }

  /** Of an access only whether it succeeds. */
  static long success(long result) {
    return result == SIGSEGV ? SIGSEGV : 0;
  }

  /** Of the flags in smaps the protection. */
  static long protection(long flags) {
    return flags == AddressSpaceSpec.UNMAPPED ? flags : flags & VmFlags.ACCESS;
  }

  /** Whether smaps says that there may be guards. */
  static boolean maybeGuard(long flags) {
    return flags != AddressSpaceSpec.UNMAPPED && (flags & VmFlags.MAYBE_GUARD) != 0;
  }
}
