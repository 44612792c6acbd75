package org.vmacheck.checks.report;

import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.model.memory.lockdep.HeldLock;

/** How reports write the locks that a thread holds. */
final class Locks {

  private Locks() {}

  /** {@code mm#1.mmap_lock(write)}. */
  static String text(HeldLock lock) {
    return switch (lock.mode()) {
      case READ -> lock.name() + "(read)";
      case WRITE -> lock.name() + "(write)";
      case SPIN -> lock.name();
    };
  }

  /** Outermost first, or {@code nothing}. */
  static String text(List<HeldLock> locks) {
    return locks.isEmpty()
        ? "nothing"
        : locks.stream().map(Locks::text).collect(Collectors.joining(", "));
  }
}
