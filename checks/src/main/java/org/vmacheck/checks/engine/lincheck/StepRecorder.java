package org.vmacheck.checks.engine.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmacheck.checks.engine.AccessNames;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.HeldLocksText;
import org.vmacheck.model.memory.KernelNames;
import org.vmacheck.model.memory.OrderedWord;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/**
 * Writes down the steps of a run in their order. Off in all runs but one: Lincheck runs a failing
 * interleaving a second time, and that is the run to look at. The stack tells the kernel function
 * and the access, so that model code need not announce either.
 */
final class StepRecorder {

  private static final Set<String> OF_THE_MEMORY =
      Stream.of(
              StepRecorder.class,
              LincheckMemory.class,
              LincheckWord.class,
              LincheckPointer.class,
              LincheckSpinLock.class,
              LincheckRwSemaphore.class,
              LincheckRcu.class,
              SpinLock.class,
              RwSemaphore.class,
              Word.class,
              OrderedWord.class,
              Pointer.class)
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

  private final boolean on;
  private final List<Step> steps = new ArrayList<>();

  private StepRecorder(boolean on) {
    this.on = on;
  }

  static StepRecorder off() {
    return new StepRecorder(false);
  }

  static StepRecorder on() {
    return new StepRecorder(true);
  }

  boolean isOn() {
    return on;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  void load(KernelTask task, String cell, LongFunction<String> shown, long value) {
    if (on) {
      record(task, cell, shown.apply(value), false);
    }
  }

  void store(KernelTask task, String cell, LongFunction<String> shown, long value) {
    if (on) {
      record(task, cell, shown.apply(value), true);
    }
  }

  void update(KernelTask task, String cell, LongFunction<String> shown, long before, long after) {
    if (on) {
      record(task, cell, shown.apply(before) + " -> " + shown.apply(after), true);
    }
  }

  /** An access to something that is no word, with its value as a report shows it. */
  void record(KernelTask task, String cell, String value, boolean stores) {
    if (on && task.index >= 0) {
      List<StackWalker.StackFrame> stack = StackWalker.getInstance().walk(all -> all.toList());
      steps.add(
          new Step(
              task.index,
              task.operation,
              function(stack),
              access(stack, stores),
              cell,
              value,
              HeldLocksText.of(task.lockdep.heldLocks())));
    }
  }

  private static String function(List<StackWalker.StackFrame> stack) {
    return stack.stream()
        .filter(frame -> KernelNames.isKernelPath(frame.getClassName()))
        .findFirst()
        .map(frame -> KernelNames.function(frame.getMethodName()))
        .orElse("");
  }

  /** The outermost of the innermost frames that belong to the memory. */
  private static String access(List<StackWalker.StackFrame> stack, boolean stores) {
    String method = "";
    for (StackWalker.StackFrame frame : stack) {
      if (!OF_THE_MEMORY.contains(frame.getClassName())) {
        break;
      }
      method = frame.getMethodName();
    }
    return AccessNames.ofMethod(method, stores);
  }
}
