package org.vmacheck.checks.engine.lincheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.KernelPath;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.checks.engine.Value;
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

  /** How often each cell has been written. */
  private final Map<String, Integer> versions = new HashMap<>();

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

  void load(KernelTask task, String cell, Value value) {
    record(task, cell, Optional.of(value), Optional.empty(), false);
  }

  void store(KernelTask task, String cell, Value value) {
    record(task, cell, Optional.empty(), Optional.of(value), true);
  }

  void update(KernelTask task, String cell, Value before, Value after) {
    record(task, cell, Optional.of(before), Optional.of(after), true);
  }

  /** A step that has no value, with what came of it as a report shows it, if anything. */
  void record(KernelTask task, String cell, String result, boolean stores) {
    Optional<Value> value = result.isEmpty() ? Optional.empty() : Optional.of(Value.of(result));
    record(task, cell, Optional.empty(), value, stores);
  }

  private void record(
      KernelTask task, String cell, Optional<Value> before, Optional<Value> after, boolean stores) {
    if (!on || task.index < 0) {
      return;
    }
    List<StackWalker.StackFrame> stack = StackWalker.getInstance().walk(all -> all.toList());
    steps.add(
        new Step(
            task.index,
            task.operation,
            KernelPath.of(stack),
            access(stack, stores),
            Location.of(cell),
            before,
            after,
            stores ? versions.merge(cell, 1, Integer::sum) : versions.getOrDefault(cell, 0),
            task.lockdep.heldLocks()));
  }

  /** The outermost of the innermost frames that belong to the memory. */
  private static Access access(List<StackWalker.StackFrame> stack, boolean stores) {
    String method = "";
    for (StackWalker.StackFrame frame : stack) {
      if (!OF_THE_MEMORY.contains(frame.getClassName())) {
        break;
      }
      method = frame.getMethodName();
    }
    return Access.ofMethod(method, stores);
  }
}
