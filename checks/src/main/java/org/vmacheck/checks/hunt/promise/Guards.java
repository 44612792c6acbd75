package org.vmacheck.checks.hunt.promise;

import java.util.stream.Stream;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * madvise(2): a guard stays until it is unmapped or removed, moves with its mapping, and is there
 * in a child unless the range is wiped on fork. Nothing else becomes a guard.
 */
record Guards() implements Promise {

  @Override
  public boolean isUpTo(SystemCall call, int page) {
    return Names.remaps(call, page)
        || (call instanceof SystemCall.Madvise madvise
            && Names.names(call, page)
            && (madvise.advice() == Advice.MADV_GUARD_INSTALL
                || madvise.advice() == Advice.MADV_GUARD_REMOVE));
  }

  @Override
  public Stream<Proposition> of(UserPage known, int page) {
    Proposition guard = new Proposition.Guard(page);
    return known.mapped()
        ? Stream.of(known.guard() ? guard : new Proposition.Not(guard))
        : Stream.empty();
  }

  @Override
  public Stream<Proposition> inChild(UserPage known, int page) {
    return of(known.inherited(), page);
  }
}
