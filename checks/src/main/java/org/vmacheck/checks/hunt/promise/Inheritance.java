package org.vmacheck.checks.hunt.promise;

import java.util.Set;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.mm.VmFlags;

/**
 * madvise(2): a child has every page but those of MADV_DONTFORK, and MADV_WIPEONFORK is in force
 * there as well.
 */
record Inheritance() implements Promise {

  private static final Set<Advice> FORK_ADVICE =
      Set.of(
          Advice.MADV_DONTFORK, Advice.MADV_DOFORK, Advice.MADV_WIPEONFORK, Advice.MADV_KEEPONFORK);

  static boolean isForkAdvice(SystemCall call, int page) {
    return call instanceof SystemCall.Madvise madvise
        && FORK_ADVICE.contains(madvise.advice())
        && Names.names(call, page);
  }

  @Override
  public boolean isUpTo(SystemCall call, int page) {
    return Names.remaps(call, page) || isForkAdvice(call, page);
  }

  @Override
  public Stream<Proposition> of(UserPage known, int page) {
    return known.mapped()
        ? Stream.of(
            is(page, VmFlags.DONTCOPY, known.dontFork()),
            is(page, VmFlags.WIPEONFORK, known.wipeOnFork()))
        : Stream.empty();
  }

  @Override
  public Stream<Proposition> inChild(UserPage known, int page) {
    if (!known.mapped()) {
      return Stream.empty();
    }
    Proposition mapped = new Proposition.Mapped(page);
    UserPage inherited = known.inherited();
    return inherited.mapped()
        ? Stream.of(mapped, is(page, VmFlags.WIPEONFORK, inherited.wipeOnFork()))
        : Stream.of(new Proposition.Not(mapped));
  }

  private static Proposition is(int page, long flag, boolean set) {
    Proposition has = new Proposition.Flag(page, flag);
    return set ? has : new Proposition.Not(has);
  }
}
