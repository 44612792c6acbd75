package org.vmacheck.checks.engine;

import java.util.List;

/**
 * An execution that breaks the property.
 *
 * @param finding the kind of what went wrong, as {@code KernelBug.Kind} or the engine names it
 * @param summary one sentence: what went wrong, where, in which thread
 * @param threads the column heads
 * @param steps in the order of the interleaving
 * @param notes what no interleaving explains (a reads-from that needs weak memory), in words
 * @param engineText the engine's own report, for those who want it; may be empty
 */
public record Counterexample(
    String finding,
    String summary,
    List<String> threads,
    List<Step> steps,
    List<String> notes,
    String engineText) {

  public Counterexample {
    threads = List.copyOf(threads);
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /**
   * One access of one thread.
   *
   * @param thread position in the column heads
   * @param op the operation it belongs to: {@code mprotect(0, 4, READ)}
   * @param function the kernel function it happens in: {@code vma_start_write}
   * @param access what it does, as the kernel would write it: {@code READ_ONCE}, {@code set_bit}
   * @param location the cell: {@code vma#1.vm_flags}
   * @param value what was read or written
   * @param locks held at this step, outermost first: {@code mmap_lock(write)}
   */
  public record Step(
      int thread,
      String op,
      String function,
      String access,
      String location,
      String value,
      List<String> locks) {

    public Step {
      locks = List.copyOf(locks);
    }
  }
}
