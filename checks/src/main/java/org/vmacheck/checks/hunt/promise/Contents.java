package org.vmacheck.checks.hunt.promise;

import java.util.stream.Stream;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * What was written is read, until somebody writes something else or discards it; private memory
 * that nobody wrote, or that was discarded, is zero. A child has what its parent had.
 */
record Contents() implements Promise {

  @Override
  public boolean isUpTo(SystemCall call, int page) {
    return Names.remaps(call, page)
        || Names.fills(call, page)
        || call instanceof SystemCall.Truncate
        || (call instanceof SystemCall.Write && Names.names(call, page))
        || (call instanceof SystemCall.Madvise madvise
            && Names.names(call, page)
            && (madvise.advice() == Advice.MADV_GUARD_INSTALL
                || madvise.advice() == Advice.MADV_DONTNEED));
  }

  @Override
  public Stream<Proposition> of(UserPage known, int page) {
    return known.mapped() && !known.guard()
        ? known.content().stream().map(value -> new Proposition.Read(page, value))
        : Stream.empty();
  }

  /** Of shared memory a child sees what is written later, too. */
  @Override
  public Stream<Proposition> inChild(UserPage known, int page) {
    return known.private_() ? of(known.inherited(), page) : Stream.empty();
  }
}
