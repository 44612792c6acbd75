package org.vmacheck.checks.scenario;

/** What a scenario promises of its end. */
@FunctionalInterface
public interface Property {

  /**
   * Looks at the final state and at what the operations returned. Reads of cells give their final
   * values.
   *
   * @throws org.vmacheck.model.memory.KernelBug of kind INVARIANT, naming what does not hold
   */
  void check(Outcomes outcomes);

  /** Both of them. */
  default Property and(Property other) {
    return outcomes -> {
      check(outcomes);
      other.check(outcomes);
    };
  }
}
