package org.vmacheck.checks.engine;

import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.scenario.Setup;

/** One way to look for an execution in which a program's property or the kernel's own fails. */
public interface Engine {

  /** As {@code --engine} and the JSON spell it. */
  String name();

  /** The memory models it can explore under, weakest last; the last is the default. */
  default List<MemoryModelName> models() {
    return List.of(MemoryModelName.SC);
  }

  /** Whether it can judge several programs at a time. */
  default boolean isConcurrent() {
    return false;
  }

  /** Whether it answers a question the same each time, as far as its budget goes. */
  default boolean isDeterministic() {
    return false;
  }

  /**
   * Judges one program. An engine that finds that it could not do its work (nothing was
   * instrumented, nothing ran) throws {@link EngineFailure}: that is never a verdict.
   */
  Verdict judge(Setup setup, Settings settings);

  /**
   * Runs the execution of a counterexample again.
   *
   * @param replay what its {@link Counterexample#replay} says
   * @return what it shows; empty if this engine cannot, or the program has no such execution
   */
  default Optional<Counterexample> again(Setup setup, String replay) {
    return Optional.empty();
  }
}
