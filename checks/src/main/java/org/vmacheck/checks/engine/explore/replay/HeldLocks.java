package org.vmacheck.checks.engine.explore.replay;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.lockdep.HeldLock;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;

/** What lockdep knows of the thread that runs now: the locks it holds, outermost first. */
final class HeldLocks {

  private record Hold(Object lock, String name, boolean write) {}

  private final List<Hold> holds = new ArrayList<>();

  void clear() {
    holds.clear();
  }

  void add(Object lock, String name, boolean write) {
    holds.add(new Hold(lock, name, write));
  }

  /** Takes away the latest hold of a lock; returns whether there was one. */
  boolean remove(Object lock) {
    for (int i = holds.size() - 1; i >= 0; i--) {
      if (holds.get(i).lock == lock) {
        holds.remove(i);
        return true;
      }
    }
    return false;
  }

  boolean any(Object lock) {
    return holds.stream().anyMatch(hold -> hold.lock == lock);
  }

  boolean write(Object lock) {
    return holds.stream().anyMatch(hold -> hold.lock == lock && hold.write);
  }

  boolean read(Object lock) {
    return holds.stream().anyMatch(hold -> hold.lock == lock && !hold.write);
  }

  /** A spin lock held now, or null: whoever holds one must not sleep. */
  String spinning() {
    return holds.stream()
        .filter(hold -> hold.lock instanceof ExploreSpinLock)
        .map(Hold::name)
        .findFirst()
        .orElse(null);
  }

  /** Outermost first. */
  List<HeldLock> heldLocks() {
    List<HeldLock> held = new ArrayList<>();
    for (Hold hold : holds) {
      boolean spin = hold.lock instanceof ExploreSpinLock;
      held.add(new HeldLock(hold.name, spin ? Mode.SPIN : hold.write ? Mode.WRITE : Mode.READ));
    }
    return held;
  }
}
