package org.vmacheck.checks.engine.explore.replay;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.KernelPath;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.model.memory.TypesafeSlab;
import org.vmacheck.model.memory.lockdep.HeldLock;

/**
 * What one thread did in an execution, as a report shows it: the thread is replayed once more, and
 * the stack at each access tells the kernel function and how the access is spelled.
 */
public final class Trace {

  /**
   * One access.
   *
   * @param op the label of the operation that it belongs to
   * @param path the kernel functions, outermost first; empty outside of kernel paths
   * @param location the cell or object, none for a fence
   * @param locks held before it, outermost first
   */
  public record Entry(
      Label label,
      String op,
      List<String> path,
      Access access,
      Location location,
      List<HeldLock> locks) {

    /** The innermost kernel function, empty outside of kernel paths. */
    public String function() {
      return path.isEmpty() ? "" : path.get(path.size() - 1);
    }
  }

  private static final String MEMORY = "org.vmacheck.model.memory.";
  private static final String REPLAY = Trace.class.getPackageName() + ".";

  private final List<Entry> entries = new ArrayList<>();
  private final ReplayedThreads threads;

  Trace(ReplayedThreads threads) {
    this.threads = threads;
  }

  List<Entry> entries() {
    return entries;
  }

  void add(Label label) {
    List<StackWalker.StackFrame> stack =
        StackWalker.getInstance()
            .walk(s -> s.takeWhile(frame -> !ReplayedThreads.isOf("trace", frame)).toList());
    entries.add(
        new Entry(
            label,
            threads.operation(),
            KernelPath.of(stack),
            access(label, stack),
            threads.location(label),
            threads.locksHeld()));
  }

  /** By the outermost of the innermost frames that belong to the memory. */
  private static Access access(Label label, List<StackWalker.StackFrame> stack) {
    String method = "";
    int first = 0;
    while (!stack.get(first).getClassName().equals(History.class.getName())) {
      first++;
    }
    for (StackWalker.StackFrame frame : stack.subList(first, stack.size())) {
      String name = frame.getClassName();
      boolean memory =
          (name.startsWith(MEMORY) && !name.startsWith(TypesafeSlab.class.getName()))
              || name.startsWith(REPLAY);
      if (!memory || name.equals(ReplayedThreads.class.getName())) {
        break;
      }
      method = frame.getMethodName();
    }
    return Access.ofMethod(method, label.type == Label.Type.WRITE);
  }
}
