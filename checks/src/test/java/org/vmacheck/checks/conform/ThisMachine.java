package org.vmacheck.checks.conform;

import org.junit.jupiter.api.Assumptions;

/** Whether the tests that need a kernel of the modelled release and a C compiler can run here. */
final class ThisMachine {

  private ThisMachine() {}

  /** Skips the tests, with the reason, where nothing can be compared. */
  static void assumeComparable() {
    try {
      KernelRelease.check();
      try (HelperProgram program = HelperProgram.compile();
          KernelSide kernel = KernelSide.start(program)) {
        Assumptions.assumeTrue(
            kernel.introduction().comparesGuards(),
            "not compared with the running kernel: it does not show guard regions");
      }
    } catch (Unavailable missing) {
      Assumptions.abort("not compared with the running kernel: " + missing.getMessage());
    }
  }
}
