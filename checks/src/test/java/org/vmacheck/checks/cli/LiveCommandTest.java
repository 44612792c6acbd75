package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "live C61 --seconds 0|--seconds: expected at least 1, found 0",
        "live C61 --runs 0|--runs: expected at least 1, found 0",
        "live C61 --seconds 3 --budget 5s|--seconds and --budget do not go together",
        "live C61 --image no/such/image|--image: cannot read no/such/image",
        "live C61 --kernel 1.0|--kernel: 1.0 is not there; get it with: vmacheck kernels get 1.0",
        "live C61/guard-vs-mprotect --drive-plan P1|'P1': expected to or past at its end",
        "export C61/guard-vs-mprotect --drive-plan P2|expected a thread of the page, found 'P2'",
        "export C61/guard-vs-mprotect --kernel 7.3|--kernel needs --drive",
        "export C81/two-faults --drive|no release has an execution to drive a kernel along",
        "live C01/reader-vs-mprotect|C01/reader-vs-mprotect is not exported",
        "kernels get seven|expected a series as 7.3, found 'seven'",
      })
  void badInputIsOneLine(String command, String line) {
    int status =
        Vmacheck.run(new PrintWriter(out, true), new PrintWriter(err, true), command.split(" "));
    assertThat(status).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains(line);
  }

  @Test
  void aDrivenProgramHasThePlanOfTheReleaseThatIsAskedFor() {
    String[] command = "export C61/guard-vs-mprotect --drive --kernel 6.19".split(" ");
    int status = Vmacheck.run(new PrintWriter(out, true), new PrintWriter(err, true), command);
    assertThat(status).as(err.toString()).isEqualTo(ExitStatus.AS_EXPECTED);
    assertThat(out.toString())
        .containsPattern("plan\\[TURNS] = \\{\n\t\\{1, \\{\\{\"\\w+\", [01]}")
        .contains("\t{0, {{NULL, 0}}},\n\t{1, {{NULL, 0}}},\n};");
  }
}
