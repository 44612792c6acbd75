package org.vmacheck.checks.engine.lincheck;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.vmacheck.model.ops.Madvise.Advice;

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
      Machine.boot(points);
    }

    @Validate
    public void invariants() {
      Machine.current().checkInvariants();
    }
  }

  /**
   * Guards and accesses of which only the success is looked at, one page a call: guard install is
   * atomic per page and not per call (facts.md K.4).
   */
  @Param(name = PAGE, gen = IntGen.class, conf = "0:3")
  @Param(name = PROT, gen = IntGen.class, conf = "0:3")
  public static final class Guards extends OnAMachine {

    @Operation
    public long touch(@Param(name = PAGE) int page) {
      return Machine.current().touch(page);
    }

    @Operation
    public long dirty(@Param(name = PAGE) int page) {
      return Machine.current().write(page, 1);
    }

    @Operation
    public long guardInstall(@Param(name = PAGE) int page) {
      return Machine.current().madvise(page, 1, Advice.GUARD_INSTALL);
    }

    @Operation
    public long guardRemove(@Param(name = PAGE) int page) {
      return Machine.current().madvise(page, 1, Advice.GUARD_REMOVE);
    }

    @Operation
    public long dontneed(@Param(name = PAGE) int page) {
      return Machine.current().madvise(page, 1, Advice.DONTNEED);
    }

    @Operation
    public long mprotect(@Param(name = PAGE) int page, @Param(name = PROT) int prot) {
      return Machine.current().mprotect(page, 1, prot);
    }

    @Operation
    public long mmapFixed(@Param(name = PAGE) int page) {
      return Machine.current().mmapFixed(page, 1);
    }

    @Operation
    public long smaps(@Param(name = PAGE) int page) {
      return Machine.current().smaps(page);
    }
  }

  /** What pages hold, without guards: installing one empties the page before it is a guard. */
  @Param(name = PAGE, gen = IntGen.class, conf = "0:3")
  @Param(name = PROT, gen = IntGen.class, conf = "0:3")
  @Param(name = VALUE, gen = IntGen.class, conf = "1:9")
  public static final class Values extends OnAMachine {

    @Operation
    public long read(@Param(name = PAGE) int page) {
      return Machine.current().read(page);
    }

    @Operation
    public long write(@Param(name = PAGE) int page, @Param(name = VALUE) int value) {
      return Machine.current().write(page, value);
    }

    @Operation
    public long dontneed(@Param(name = PAGE) int page) {
      return Machine.current().madvise(page, 1, Advice.DONTNEED);
    }

    @Operation
    public long mprotect(@Param(name = PAGE) int page, @Param(name = PROT) int prot) {
      return Machine.current().mprotect(page, 1, prot);
    }

    @Operation
    public long mmapFixed(@Param(name = PAGE) int page) {
      return Machine.current().mmapFixed(page, 1);
    }
  }

  /** Which pages are mapped and how, ranges and all, without looking at the pages themselves. */
  @Param(name = PAGE, gen = IntGen.class, conf = "0:3")
  @Param(name = PAGES, gen = IntGen.class, conf = "1:2")
  @Param(name = PROT, gen = IntGen.class, conf = "0:3")
  public static final class Mappings extends OnAMachine {

    @Operation
    public long mmap(@Param(name = PAGES) int pages) {
      return Machine.current().mmap(pages);
    }

    @Operation
    public long mmapFixed(@Param(name = PAGE) int start, @Param(name = PAGES) int pages) {
      return Machine.current().mmapFixed(start, pages);
    }

    @Operation
    public long munmap(@Param(name = PAGE) int start, @Param(name = PAGES) int pages) {
      return Machine.current().munmap(start, pages);
    }

    @Operation
    public long mprotect(
        @Param(name = PAGE) int start,
        @Param(name = PAGES) int pages,
        @Param(name = PROT) int prot) {
      return Machine.current().mprotect(start, pages, prot);
    }

    @Operation
    public long guardInstall(@Param(name = PAGE) int start, @Param(name = PAGES) int pages) {
      return Machine.current().madvise(start, pages, Advice.GUARD_INSTALL);
    }

    @Operation
    public long dontneed(@Param(name = PAGE) int start, @Param(name = PAGES) int pages) {
      return Machine.current().madvise(start, pages, Advice.DONTNEED);
    }

    @Operation
    public long smaps(@Param(name = PAGE) int page) {
      return Machine.current().smaps(page);
    }
  }

  /** A shared file whose first PMD range is collapsed meanwhile. */
  @Param(name = PAGE, gen = IntGen.class, conf = "0:1")
  public static final class Collapse extends OnAMachine {

    @Operation
    public long touch(@Param(name = PAGE) int page) {
      return Machine.current().touch(page);
    }

    @Operation
    public long guardInstall(@Param(name = PAGE) int page) {
      return Machine.current().madvise(page, 1, Advice.GUARD_INSTALL);
    }

    @Operation
    public long guardRemove(@Param(name = PAGE) int page) {
      return Machine.current().madvise(page, 1, Advice.GUARD_REMOVE);
    }

    @Operation
    public void collapse() {
      Machine.current().collapse();
    }
  }
}
