package org.vmacheck.checks.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vmacheck.model.memory.KernelNames;

/** The kernel functions that the model is in, as the stack tells. */
public final class KernelPath {

  private KernelPath() {}

  /**
   * Outermost first. Neighbours of one name are one function: a method, and one that overrides it
   * or is folded into it.
   *
   * @param stack innermost first
   */
  public static List<String> of(List<StackWalker.StackFrame> stack) {
    List<String> path = new ArrayList<>();
    for (StackWalker.StackFrame frame : stack) {
      KernelNames.function(frame.getClassName(), frame.getMethodName())
          .filter(name -> path.isEmpty() || !path.get(path.size() - 1).equals(name))
          .ifPresent(path::add);
    }
    Collections.reverse(path);
    return path;
  }
}
