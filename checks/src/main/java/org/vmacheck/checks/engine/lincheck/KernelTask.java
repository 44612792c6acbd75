package org.vmacheck.checks.engine.lincheck;

import org.vmacheck.model.memory.lockdep.Lockdep;

/** One thread of the run: who it is, what it holds, what it waits for. */
final class KernelTask {

  /** The change count of a task that is not waiting. */
  static final long AWAKE = -1;

  final int index;
  final String name;
  String operation = "";

  /** Change count at which this task last found that it must wait. */
  long waitingSince = AWAKE;

  String waitingFor = "";
  boolean finished;

  /** What it holds. */
  final Lockdep lockdep = new Lockdep();

  /** The number of its outermost RCU read section. */
  long rcuSection;

  /** How often this task has published a reference; see {@link Allocation}. */
  long publications;

  KernelTask(int index, String name) {
    this.index = index;
    this.name = name;
  }
}
