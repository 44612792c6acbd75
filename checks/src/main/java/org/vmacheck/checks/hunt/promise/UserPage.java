package org.vmacheck.checks.hunt.promise;

import java.util.Optional;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * What a user knows of a page who has read the manual.
 *
 * @param private_ whether it is of a private mapping
 * @param file whether it is of a file
 * @param content what a load gives where it may load; empty if that is not the user's to know
 */
record UserPage(
    boolean mapped,
    boolean private_,
    boolean file,
    boolean guard,
    boolean locked,
    boolean dontFork,
    boolean wipeOnFork,
    boolean uffd,
    Optional<Long> content) {

  static final UserPage HOLE =
      new UserPage(false, false, false, false, false, false, false, false, Optional.empty());

  private static final Optional<Long> ZERO = Optional.of(0L);

  static UserPage of(SystemCall.Mmap mmap) {
    Optional<Long> content = mmap.isAnonymous() ? ZERO : Optional.empty();
    return new UserPage(
        true, !mmap.isShared(), !mmap.isAnonymous(), false, false, false, false, false, content);
  }

  boolean isPrivateAnonymous() {
    return mapped && private_ && !file;
  }

  /** A page of the same mapping that nobody has touched. */
  UserPage fresh() {
    return withGuard(false).withContent(isPrivateAnonymous() ? ZERO : Optional.empty());
  }

  /** Private memory loses what was written; of shared memory it is still there. */
  UserPage emptied() {
    return withContent(private_ ? (file ? Optional.empty() : ZERO) : content);
  }

  UserPage advised(Advice advice) {
    return switch (advice) {
      case MADV_GUARD_INSTALL -> guard ? this : emptied().withGuard(true);
      case MADV_GUARD_REMOVE -> withGuard(false);
      case MADV_DONTNEED -> emptied();
      case MADV_DONTFORK -> withFork(true, wipeOnFork);
      case MADV_DOFORK -> withFork(false, wipeOnFork);
      case MADV_WIPEONFORK -> withFork(dontFork, true);
      case MADV_KEEPONFORK -> withFork(dontFork, false);
      default -> this;
    };
  }

  /** The same page in a child: memory locks and userfaultfd are the parent's alone. */
  UserPage inherited() {
    if (dontFork) {
      return HOLE;
    }
    UserPage page = withLocked(false).withUffd(false);
    // only private anonymous memory can be wiped
    return wipeOnFork ? page.fresh() : page;
  }

  UserPage withContent(Optional<Long> other) {
    return new UserPage(mapped, private_, file, guard, locked, dontFork, wipeOnFork, uffd, other);
  }

  UserPage withGuard(boolean other) {
    return new UserPage(mapped, private_, file, other, locked, dontFork, wipeOnFork, uffd, content);
  }

  UserPage withLocked(boolean other) {
    return new UserPage(mapped, private_, file, guard, other, dontFork, wipeOnFork, uffd, content);
  }

  UserPage withUffd(boolean other) {
    return new UserPage(
        mapped, private_, file, guard, locked, dontFork, wipeOnFork, other, content);
  }

  private UserPage withFork(boolean dont, boolean wipe) {
    return new UserPage(mapped, private_, file, guard, locked, dont, wipe, uffd, content);
  }
}
