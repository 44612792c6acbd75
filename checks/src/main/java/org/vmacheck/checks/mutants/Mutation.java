package org.vmacheck.checks.mutants;

/**
 * One step of the model, weakened in one way.
 *
 * @param event what the step does
 * @param site where it stands
 */
public record Mutation(Event event, Site site, Weakening weakening) {

  /** {@code zap_pte_range: spin_lock(ptl)}. */
  public String place() {
    return site.functions() + ": " + event.text();
  }

  /** {@code zap_pte_range: spin_lock(ptl) is left out}. */
  public String sentence() {
    return place() + " " + weakening.sentence();
  }

  /** Whether it is about the order of accesses alone, which SC keeps anyway. */
  boolean isOrdering() {
    return weakening.isOrdering() || event.call().isBarrier();
  }

  /** The line of the model that the step stands in, as it is written there. */
  public String code() {
    return site.innermost().code();
  }
}
