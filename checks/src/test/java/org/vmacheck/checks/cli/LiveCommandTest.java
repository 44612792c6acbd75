package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
        "live C01|C01/reader-vs-mprotect is not exported",
        "kernels get seven|expected a series as 7.3, found 'seven'",
      })
  void badInputIsOneLine(String command, String line) {
    int status =
        Vmacheck.run(new PrintWriter(out, true), new PrintWriter(err, true), command.split(" "));
    assertThat(status).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains(line);
  }
}
