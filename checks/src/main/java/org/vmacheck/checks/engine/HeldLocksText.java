package org.vmacheck.checks.engine;

import java.util.List;
import org.vmacheck.model.memory.lockdep.HeldLock;

/** How a counterexample shows the locks that a thread holds, for every engine. */
public final class HeldLocksText {

  private HeldLocksText() {}

  /** Outermost first: {@code mmap_lock(write)}. */
  public static List<String> of(List<HeldLock> held) {
    return held.stream().map(HeldLocksText::of).toList();
  }

  private static String of(HeldLock held) {
    return switch (held.mode()) {
      case READ -> held.name() + "(read)";
      case WRITE -> held.name() + "(write)";
      case SPIN -> held.name();
    };
  }
}
