package org.vmacheck.checks.conform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;
import org.vmacheck.checks.live.kernel.KernelName;
import org.vmacheck.model.release.Releases;

/** Whether the tests that need a kernel of the modelled release and a C compiler can run here. */
final class ThisMachine {

  private ThisMachine() {}

  /** Skips the tests, with the reason, where nothing can be compared; else what there is. */
  static Introduction assumeComparable() {
    ThisKernel host = new ThisKernel();
    try (HelperProgram program = HelperProgram.compile(host.options());
        KernelSide kernel = KernelSide.start(host, program)) {
      Introduction introduction = kernel.introduction();
      String name = introduction.kernel();
      Assumptions.assumeTrue(
          new KernelName(name).release().filter(Releases.of("6.18")::equals).isPresent(),
          "not compared with the running kernel: " + name + " is no 6.18.y");
      Assumptions.assumeTrue(
          introduction.abilities().contains(Ability.GUARDS),
          "not compared with the running kernel: it does not show guard regions");
      return introduction;
    } catch (Unavailable missing) {
      return Assumptions.abort("not compared with the running kernel: " + missing.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
