package org.vmacheck.checks.engine.lincheck;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The threads of one run. Either all of them are known from the start, and then a deadlock is seen
 * when the last one goes to sleep; or they turn up as they come, and then it is Lincheck that sees
 * that nobody can go on.
 *
 * <p>Lincheck lets one thread run at a time and hands over between them in order, so nothing here
 * is synchronized.
 */
final class KernelTasks {

  private final List<KernelTask> tasks = new ArrayList<>();
  private final boolean allKnown;
  private final KernelTask setup = new KernelTask(-1, "setup");
  private final Map<Thread, KernelTask> current = new IdentityHashMap<>();
  private boolean started;

  private KernelTasks(boolean allKnown) {
    this.allKnown = allKnown;
  }

  /** Threads that turn up as they come. */
  static KernelTasks open() {
    return new KernelTasks(false);
  }

  /** Exactly the threads that {@link #start} names. */
  static KernelTasks closed() {
    return new KernelTasks(true);
  }

  /** Everything so far was setup; from now on these threads run. */
  void start(List<String> names) {
    for (String name : names) {
      tasks.add(new KernelTask(tasks.size(), name));
    }
    started = true;
  }

  /** Whether threads may run at the same time by now. */
  boolean started() {
    return started;
  }

  KernelTask get(int index) {
    return tasks.get(index);
  }

  KernelTask me() {
    KernelTask me = current.get(Thread.currentThread());
    if (me != null) {
      return me;
    }
    if (!started || allKnown) {
      return setup;
    }
    KernelTask turnedUp = new KernelTask(tasks.size(), "thread " + (tasks.size() + 1));
    tasks.add(turnedUp);
    current.put(Thread.currentThread(), turnedUp);
    return turnedUp;
  }

  /** Runs on behalf of a task: an operation of a thread, or a callback in a thread of its own. */
  void as(KernelTask task, Runnable body) {
    KernelTask before = current.put(Thread.currentThread(), task);
    try {
      body.run();
    } finally {
      current.put(Thread.currentThread(), before);
    }
  }

  /** Whether each thread that has not ended waits, and has looked since the last change. */
  boolean stuck(long changes) {
    if (!started) {
      return true;
    }
    boolean anybody = false;
    for (KernelTask task : tasks) {
      if (!task.finished) {
        anybody = true;
        if (task.waitingSince != changes) {
          return false;
        }
      }
    }
    return allKnown && anybody;
  }

  /** {@code A waits for mmap_lock; B waits for vma#1.ptl}. */
  String whoWaits() {
    List<String> waits = new ArrayList<>();
    for (KernelTask task : tasks) {
      if (!task.finished) {
        waits.add(task.name + " waits for " + task.waitingFor);
      }
    }
    return String.join("; ", waits);
  }
}
