package org.vmacheck.checks.hunt.promise;

import java.util.List;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.mm.VmFlags;

/**
 * mlock(2): pages are in memory when it returns, and stay there until they are unlocked or
 * unmapped; a child does not inherit the lock. A page of a file is in memory if the page cache has
 * it, which is not the address space's to say.
 */
record Locks() implements Promise {

  @Override
  public boolean isUpTo(SystemCall call, int page) {
    return Names.remaps(call, page)
        || Names.fills(call, page)
        || ((call instanceof SystemCall.Mlock || call instanceof SystemCall.Munlock)
            && Names.names(call, page));
  }

  @Override
  public Stream<Proposition> of(UserPage known, int page) {
    if (!known.mapped()) {
      return Stream.empty();
    }
    Proposition lock = new Proposition.Flag(page, VmFlags.LOCKED);
    if (!known.locked()) {
      return Stream.of(new Proposition.Not(lock));
    }
    return known.isPrivateAnonymous() ? Stream.of(lock, isIn(page)) : Stream.of(lock);
  }

  private static Proposition isIn(int page) {
    return new Proposition.Or(
        List.of(
            new Proposition.Pte(page, Proposition.Entry.PRESENT),
            new Proposition.Pte(page, Proposition.Entry.PINNED)));
  }

  @Override
  public Stream<Proposition> inChild(UserPage known, int page) {
    return of(known.inherited(), page);
  }
}
