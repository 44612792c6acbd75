package org.vmacheck.checks.hunt.promise;

import java.util.stream.Stream;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * One thing that a user may rely on, page by page: what a page is known to be when nobody but the
 * user's own thread has had a say in it.
 */
sealed interface Promise permits Guards, Contents, Locks, Inheritance {

  /** Whether a call has a say in it, be it that it only tries. */
  boolean isUpTo(SystemCall call, int page);

  /** Whether a call has a say in what a child gets of it. */
  default boolean isUpToForChild(SystemCall call, int page) {
    return isUpTo(call, page) || Inheritance.isForkAdvice(call, page);
  }

  /** What is true of a page of which this is known. */
  Stream<Proposition> of(UserPage known, int page);

  /** What is true of it in a child that was made then, for as long as the child does nothing. */
  Stream<Proposition> inChild(UserPage known, int page);
}
