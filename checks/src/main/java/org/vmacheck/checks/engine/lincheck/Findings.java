package org.vmacheck.checks.engine.lincheck;

import java.util.Optional;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.model.memory.KernelBug;

/** What has gone wrong in one run. The first finding ends it. */
final class Findings {

  /**
   * What ended a run.
   *
   * @param finding what is wrong
   * @param sentence what is wrong, where, in which thread
   * @param task none if the end of the run is what is wrong
   */
  record Met(Finding finding, String sentence, Optional<KernelTask> task) {

    static Met in(KernelTask task, KernelBug bug) {
      return new Met(Finding.of(bug), bug.getMessage() + place(bug, task), Optional.of(task));
    }

    /** The model itself failed: what would be an oops in the kernel. */
    static Met in(KernelTask task, RuntimeException e) {
      return new Met(Finding.of(KernelBug.Kind.EXCEPTION), e + place(e, task), Optional.of(task));
    }

    static Met atTheEnd(KernelBug bug) {
      return new Met(Finding.of(bug), bug.getMessage(), Optional.empty());
    }

    private static String place(Throwable thrown, KernelTask task) {
      String function = KernelBug.place(thrown).map(name -> ", in " + name + "()").orElse("");
      return function + " in " + task.name;
    }
  }

  /**
   * Unwinds the threads of a run that is over: its result is known, and what they would do now (in
   * {@code finally} blocks, say) must not be looked at.
   */
  static final class RunIsOver extends Error {
    private static final long serialVersionUID = 1L;

    RunIsOver() {
      super(null, null, false, false);
    }
  }

  private Met first;

  void add(Met met) {
    if (first == null) {
      first = met;
    }
  }

  Optional<Met> first() {
    return Optional.ofNullable(first);
  }

  /** Ends the calling thread if the run is over. */
  void stopIfAny() {
    if (first != null) {
      throw new RunIsOver();
    }
  }
}
