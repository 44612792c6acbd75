package org.vmacheck.checks.engine.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmacheck.model.memory.lockdep.HeldLock;

/** One thread of the run: who it is, what it holds, what it waits for. */
final class KernelTask {

  /** The change count of a task that is not waiting. */
  static final long AWAKE = -1;

  /** Modes in which a lock is held. */
  enum Mode {
    READ(HeldLock.Mode.READ),
    WRITE(HeldLock.Mode.WRITE),
    SPINNING(HeldLock.Mode.SPIN),
    RCU(HeldLock.Mode.SPIN);

    private final HeldLock.Mode mode;

    Mode(HeldLock.Mode mode) {
      this.mode = mode;
    }
  }

  private record Hold(String lock, Mode mode) {}

  final int index;
  final String name;
  String operation = "";

  /** Change count at which this task last found that it must wait. */
  long waitingSince = AWAKE;

  String waitingFor = "";
  boolean finished;

  /** RCU read sections that are open, and the number of the outermost one. */
  int rcuDepth;

  long rcuSection;

  /** How often this task has published a reference; see {@link Allocation}. */
  long publications;

  private final List<Hold> holds = new ArrayList<>();

  KernelTask(int index, String name) {
    this.index = index;
    this.name = name;
  }

  void acquired(String lock, Mode mode) {
    holds.add(new Hold(lock, mode));
  }

  void released(String lock) {
    for (int i = holds.size() - 1; i >= 0; i--) {
      if (holds.get(i).lock().equals(lock)) {
        holds.remove(i);
        return;
      }
    }
  }

  /** Outermost first, RCU read sections among them. */
  List<HeldLock> heldLocks() {
    return holds.stream().map(hold -> new HeldLock(hold.lock(), hold.mode().mode)).toList();
  }

  /** What forbids this task to sleep, if anything does. */
  Optional<String> mustNotSleep() {
    return holds.stream()
        .filter(hold -> hold.mode() == Mode.SPINNING || hold.mode() == Mode.RCU)
        .map(Hold::lock)
        .findFirst();
  }
}
