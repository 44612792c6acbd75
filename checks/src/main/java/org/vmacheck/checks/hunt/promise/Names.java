package org.vmacheck.checks.hunt.promise;

import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;

/** Which pages a call is about. */
public final class Names {

  private Names() {}

  /** Whether a call says what becomes of a page: its range has it, or what it moves there. */
  public static boolean names(SystemCall call, int page) {
    if (call instanceof SystemCall.OnRange on) {
      return has(on.range(), page);
    } else if (call instanceof SystemCall.Mremap mremap) {
      return has(mremap.range(), page) || has(mremap.target(), page);
    }
    return fills(call, page)
        || (call instanceof SystemCall.Write write && write.page().number() == page);
  }

  /** Whether a call puts a page there that it makes or takes from elsewhere, or takes it away. */
  static boolean fills(SystemCall call, int page) {
    if (call instanceof SystemCall.UffdMove move) {
      return move.page().number() == page || move.from().number() == page;
    }
    return call instanceof SystemCall.UffdCopy copy && copy.page().number() == page;
  }

  /** Whether a call maps, unmaps or moves a page. */
  static boolean remaps(SystemCall call, int page) {
    return names(call, page)
        && (call instanceof SystemCall.Mmap
            || call instanceof SystemCall.Munmap
            || call instanceof SystemCall.Mremap);
  }

  private static boolean has(Range range, int page) {
    return range.start() <= page && page < range.end();
  }
}
