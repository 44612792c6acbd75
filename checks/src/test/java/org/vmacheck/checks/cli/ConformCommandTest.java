package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConformCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aStepThatIsNoCallIsBadInputWithItsPlaceAndWhatIsNear() {
    assertThat(run("conform", "--steps", "munmap(0, 1); mprotct(0, 1)"))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString())
        .contains("--steps:1:15: no system call 'mprotct'; did you mean mprotect?");
  }

  @Test
  void aCallThatIsNotComparedIsBadInputWithTheReason() {
    assertThat(run("conform", "--steps", "clear_refs()")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("--steps:1:1: clear_refs() is not compared");
  }

  @Test
  void noStepAtAllIsBadInput() {
    assertThat(run("conform", "--steps", "")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("--steps:1:1: found the end");
  }

  @Test
  void aKernelThatIsNotThereOrNotReadableOrTwoOfThemAreBadInput() {
    assertThat(run("conform", "--image", "/nowhere/vmlinuz")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("--image: cannot read /nowhere/vmlinuz");
    assertThat(run("conform", "--kernel", "2.4")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString())
        .contains("--kernel: 2.4 is not there; get it with: vmacheck kernels get 2.4");
    assertThat(run("conform", "--kernel", "7.3", "--image", "vmlinuz"))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("--kernel and --image do not go together");
  }

  @Test
  void aReleaseThatTheModelDoesNotHaveIsBadInputWithThoseThatItHas() {
    assertThat(run("conform", "--release", "6.1")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("no kernel '6.1'");
  }

  @Test
  void aPatchNeedsAReleaseAndAName() {
    assertThat(run("conform", "--without", "pmd-same")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("--with and --without need a --release to change");
    assertThat(run("conform", "--release", "7.3", "--without", "pmd-sane"))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("no patch 'pmd-sane'; did you mean pmd-same?");
  }

  private int run(String... arguments) {
    return Vmacheck.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
