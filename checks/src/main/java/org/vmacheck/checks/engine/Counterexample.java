package org.vmacheck.checks.engine;

import java.util.List;
import java.util.Optional;
import org.vmacheck.model.memory.lockdep.HeldLock;

/**
 * An execution that breaks the property.
 *
 * @param finding what is wrong
 * @param summary one sentence: what is wrong, where, in which thread
 * @param evidence where to look for it
 * @param threads the column heads
 * @param steps in the order of the interleaving
 * @param notes what no interleaving explains (a reads-from that needs weak memory), in words
 * @param replay what makes the engine run this execution again, if it can
 * @param engineText the engine's own report, for those who want it; may be empty
 */
public record Counterexample(
    Finding finding,
    String summary,
    Evidence evidence,
    List<String> threads,
    List<Step> steps,
    List<String> notes,
    Optional<String> replay,
    String engineText) {

  public Counterexample {
    threads = List.copyOf(threads);
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /** The same, of a program that cannot be named on a command line. */
  public Counterexample withoutReplay() {
    return new Counterexample(
        finding, summary, evidence, threads, steps, notes, Optional.empty(), engineText);
  }

  /**
   * Where the finding can be seen in the execution.
   *
   * @param steps the two that are at odds (the free and the access, the two accesses of a race), as
   *     positions in the steps; empty if it is not two steps
   * @param cells what the property looked at before it failed, the last one last
   */
  public record Evidence(List<Integer> steps, List<Location> cells) {

    public static final Evidence NONE = new Evidence(List.of(), List.of());

    public Evidence {
      steps = List.copyOf(steps);
      cells = List.copyOf(cells);
    }

    /** Two steps that are at odds. */
    public static Evidence ofSteps(int first, int second) {
      return new Evidence(List.of(first, second), List.of());
    }

    /** What a property looked at. */
    public static Evidence ofCells(List<Location> cells) {
      return new Evidence(List.of(), cells);
    }
  }

  /**
   * One access of one thread.
   *
   * @param thread position in the column heads
   * @param op the operation it belongs to: {@code mprotect(0, 4, READ)}
   * @param path the kernel functions that it happens in, outermost first: {@code mprotect_fixup},
   *     {@code vma_start_write}; empty outside of the kernel
   * @param access what it does
   * @param location the cell, or the object that is freed
   * @param before the value that it read, empty if it read none
   * @param after the value that it wrote, empty if it wrote none
   * @param version which value of the cell that is, in coherence order, 0 for the initial one: the
   *     one that a load read, the one that a store made
   * @param locks held before this step, outermost first
   */
  public record Step(
      int thread,
      String op,
      List<String> path,
      Access access,
      Location location,
      Optional<Value> before,
      Optional<Value> after,
      int version,
      List<HeldLock> locks) {

    public Step {
      path = List.copyOf(path);
      locks = List.copyOf(locks);
    }

    /** The kernel function that it happens in; empty outside of the kernel. */
    public String function() {
      return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    /** Before and after: {@code 1}, {@code 1 -> 2}; empty if there is no value. */
    public String values() {
      if (before.isPresent() && after.isPresent()) {
        return before.get() + " -> " + after.get();
      }
      return before.or(() -> after).map(Value::text).orElse("");
    }
  }
}
