package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Releases;

class DigestTest {

  @Test
  void linesAreHashedInTheirOrderWithTheirNewlines() {
    assertThat(Digest.of(List.of())).isEqualTo("cbf29ce484222325");
    assertThat(Digest.of(List.of("foobar"))).isEqualTo("345316a7168b8506");
    assertThat(Digest.of(List.of("a", "b"))).isNotEqualTo(Digest.of(List.of("ab")));
    assertThat(Digest.of(List.of("a", "b"))).isNotEqualTo(Digest.of(List.of("b", "a")));
  }

  @Test
  void theHelperComputesTheSame() throws Exception {
    ThisMachine.assumeComparable();
    List<SystemCall> calls = GivenCalls.read("mmap(0, 4, PROT_READ, MAP_FIXED); fork(); read(9)");
    ThisKernel host = new ThisKernel();
    try (HelperProgram program = HelperProgram.compile(host.options());
        KernelSide kernel = KernelSide.start(host, program)) {
      List<String> lines = kernel.run(calls).lines();
      kernel.submit(1, calls);
      kernel.flush();
      assertThat(kernel.answer().lines()).containsExactly(Digest.of(lines));
      assertThat(new ModelSide(ModelSide.stock(Releases.of("6.18"))).run(calls)).isEqualTo(lines);
    }
  }
}
