package org.vmacheck.checks.engine.lincheck;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * The kernel's operations as Lincheck calls them, in groups that are linearizable together. Which
 * operations do not go together, and why, is in {@link LinearizabilityLimitsTest}.
 */
final class Operations {

  private static final String PAGE = "page";
  private static final String PAGES = "pages";
  private static final String PROT = "prot";
  private static final String VALUE = "value";

  private Operations() {}

  /** Boots a machine for each invocation, and looks at the whole when the threads have ended. */
  public abstract static class OnAMachine {

    /** Held here so that Lincheck finds it and instruments its class. */
    final SwitchPoints points = new SwitchPoints();

    OnAMachine() {
      Invocation.begin(points);
    }

    @Validate
    public void invariants() {
      Invocation.current().checkInvariants();
    }

    static long call(SystemCall call) {
      return Invocation.current().call(call);
    }
  }

  /**
   * Guards and accesses of which only the success is looked at, one page a call: guard install is
   * atomic per page and not per call.
   */
  @Param(name = PAGE, gen = IntGen.class, conf = "0:3")
  @Param(name = PROT, gen = IntGen.class, conf = "0:3")
  public static final class Guards extends OnAMachine {

    @Operation
    public long touch(@Param(name = PAGE) int page) {
      return Calls.success(call(Calls.read(page)));
    }

    @Operation
    public long dirty(@Param(name = PAGE) int page) {
      return call(Calls.write(page, 1));
    }

    @Operation
    public long guardInstall(@Param(name = PAGE) int page) {
      return call(Calls.madvise(page, 1, Advice.MADV_GUARD_INSTALL));
    }

    @Operation
    public long guardRemove(@Param(name = PAGE) int page) {
      return call(Calls.madvise(page, 1, Advice.MADV_GUARD_REMOVE));
    }

    @Operation
    public long dontneed(@Param(name = PAGE) int page) {
      return call(Calls.madvise(page, 1, Advice.MADV_DONTNEED));
    }

    @Operation
    public long mprotect(@Param(name = PAGE) int page, @Param(name = PROT) int prot) {
      return call(Calls.mprotect(page, 1, prot));
    }

    @Operation
    public long mmapFixed(@Param(name = PAGE) int page) {
      return call(Calls.mmapFixed(page, 1));
    }

    @Operation
    public long smaps(@Param(name = PAGE) int page) {
      return Calls.protection(call(Calls.smaps(page)));
    }
  }

  /** What pages hold, without guards: installing one empties the page before it is a guard. */
  @Param(name = PAGE, gen = IntGen.class, conf = "0:3")
  @Param(name = PROT, gen = IntGen.class, conf = "0:3")
  @Param(name = VALUE, gen = IntGen.class, conf = "1:9")
  public static final class Values extends OnAMachine {

    @Operation
    public long read(@Param(name = PAGE) int page) {
      return call(Calls.read(page));
    }

    @Operation
    public long write(@Param(name = PAGE) int page, @Param(name = VALUE) int value) {
      return call(Calls.write(page, value));
    }

    @Operation
    public long dontneed(@Param(name = PAGE) int page) {
      return call(Calls.madvise(page, 1, Advice.MADV_DONTNEED));
    }

    @Operation
    public long mprotect(@Param(name = PAGE) int page, @Param(name = PROT) int prot) {
      return call(Calls.mprotect(page, 1, prot));
    }

    @Operation
    public long mmapFixed(@Param(name = PAGE) int page) {
      return call(Calls.mmapFixed(page, 1));
    }
  }

  /** Which pages are mapped and how, ranges and all, without looking at the pages themselves. */
  @Param(name = PAGE, gen = IntGen.class, conf = "0:3")
  @Param(name = PAGES, gen = IntGen.class, conf = "1:2")
  @Param(name = PROT, gen = IntGen.class, conf = "0:3")
  public static final class Mappings extends OnAMachine {

    @Operation
    public long mmap(@Param(name = PAGE) int hint, @Param(name = PAGES) int pages) {
      return call(Calls.mmap(hint, pages));
    }

    @Operation
    public long mmapFixed(@Param(name = PAGE) int start, @Param(name = PAGES) int pages) {
      return call(Calls.mmapFixed(start, pages));
    }

    @Operation
    public long munmap(@Param(name = PAGE) int start, @Param(name = PAGES) int pages) {
      return call(Calls.munmap(start, pages));
    }

    @Operation
    public long mprotect(
        @Param(name = PAGE) int start,
        @Param(name = PAGES) int pages,
        @Param(name = PROT) int prot) {
      return call(Calls.mprotect(start, pages, prot));
    }

    @Operation
    public long guardInstall(@Param(name = PAGE) int start, @Param(name = PAGES) int pages) {
      return call(Calls.madvise(start, pages, Advice.MADV_GUARD_INSTALL));
    }

    @Operation
    public long dontneed(@Param(name = PAGE) int start, @Param(name = PAGES) int pages) {
      return call(Calls.madvise(start, pages, Advice.MADV_DONTNEED));
    }

    @Operation
    public long smaps(@Param(name = PAGE) int page) {
      return Calls.protection(call(Calls.smaps(page)));
    }
  }

  /** A shared file whose first PMD range is collapsed meanwhile. */
  @Param(name = PAGE, gen = IntGen.class, conf = "0:1")
  public static final class Collapse extends OnAMachine {

    @Operation
    public long touch(@Param(name = PAGE) int page) {
      return Calls.success(call(Calls.read(page)));
    }

    @Operation
    public long guardInstall(@Param(name = PAGE) int page) {
      return call(Calls.madvise(page, 1, Advice.MADV_GUARD_INSTALL));
    }

    @Operation
    public long guardRemove(@Param(name = PAGE) int page) {
      return call(Calls.madvise(page, 1, Advice.MADV_GUARD_REMOVE));
    }

    @Operation
    public void collapse() {
      call(Calls.collapse());
    }
  }
}
