package org.vmacheck.checks.engine.lincheck;

import java.util.Optional;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelNames;

/** What has gone wrong in one run. The first finding ends it. */
final class Findings {

  /**
   * @param kind as {@code KernelBug.Kind} names it, or {@code EXCEPTION}
   * @param sentence what went wrong, where, in which thread
   * @param task none if the end of the run is what is wrong
   */
  record Finding(String kind, String sentence, Optional<KernelTask> task) {

    static Finding of(KernelBug bug, KernelTask task) {
      return new Finding(
          bug.kind().name(),
          bug.getMessage() + " (in " + bug.place() + ", " + task.name + ")",
          Optional.of(task));
    }

    /** The model itself failed: what would be an oops in the kernel. */
    static Finding of(RuntimeException e, KernelTask task) {
      return new Finding(
          "EXCEPTION", e + " (in " + place(e) + ", " + task.name + ")", Optional.of(task));
    }

    static Finding ofEnd(KernelBug bug) {
      return new Finding(bug.kind().name(), bug.getMessage(), Optional.empty());
    }

    private static String place(RuntimeException e) {
      for (StackTraceElement frame : e.getStackTrace()) {
        if (KernelNames.isKernelPath(frame.getClassName())) {
          return KernelNames.function(frame.getMethodName());
        }
      }
      return "the scenario";
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

  private Finding first;

  void add(Finding finding) {
    if (first == null) {
      first = finding;
    }
  }

  Optional<Finding> first() {
    return Optional.ofNullable(first);
  }

  /** Ends the calling thread if the run is over. */
  void stopIfAny() {
    if (first != null) {
      throw new RunIsOver();
    }
  }
}
