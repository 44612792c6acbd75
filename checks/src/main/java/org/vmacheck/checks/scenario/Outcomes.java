package org.vmacheck.checks.scenario;

/** What the operations of one execution returned. */
@FunctionalInterface
public interface Outcomes {

  /**
   * @param thread position in {@link Program#threads}
   * @param operation position in {@link KernelThread#operations}
   */
  long of(int thread, int operation);
}
