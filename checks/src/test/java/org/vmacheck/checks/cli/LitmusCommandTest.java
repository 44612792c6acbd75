package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LitmusCommandTest {
  private static final String LOAD_BUFFERING =
      """
      C lb
      {}
      P0(int *x, int *y) { int r0 = READ_ONCE(*x); WRITE_ONCE(*y, 1); }
      P1(int *x, int *y) { int r0 = READ_ONCE(*y); WRITE_ONCE(*x, 1); }
      exists (0:r0=1 /\\ 1:r0=1)
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void oneTest() throws IOException {
    Files.writeString(folder.resolve("lb.litmus"), LOAD_BUFFERING);
  }

  @Test
  void withoutExpectationsItPrintsWhatHerdPrints() {
    assertThat(run("litmus", folder.toString())).isZero();
    assertThat(out.toString())
        .startsWith("Test lb Allowed\nStates 4\n")
        .endsWith("Observation lb Sometimes 1 3\n");
  }

  @Test
  void theExplorerLeavesLoadBufferingOut() {
    assertThat(run("litmus", "--engine", "explore", folder.toString())).isZero();
    assertThat(out.toString())
        .startsWith("Test lb Allowed\nStates 3\n")
        .contains("\nWarning: executions with load buffering are left out\n")
        .endsWith("Observation lb Never 0 3\n");
  }

  @Test
  void theRightExpectationIsCountedColumnByColumn() throws IOException {
    assertThat(run("litmus", folder.toString(), "--expect", csv("lb.litmus,Sometimes,4,0")))
        .isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            "1 test compared: observation 1 of 1, states 1 of 1, data race 1 of 1; unsupported 0");
  }

  @Test
  void aWrongExpectationIsReportedColumnByColumn() throws IOException {
    assertThat(run("litmus", folder.toString(), "--expect", csv("lb.litmus,Never,3,0")))
        .isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString())
        .contains("lb.litmus: observation Sometimes, expected Never; states 4, expected 3\n")
        .contains("observation 0 of 1, states 0 of 1, data race 1 of 1");
  }

  @Test
  void whatIsNotSupportedIsNamedAndCounted() throws IOException {
    Files.writeString(
        folder.resolve("odd.litmus"),
        "C odd\n{}\nP0(int *x) { write_seqlock(x); }\nexists (x=1)\n");

    assertThat(run("litmus", folder.toString(), "--expect", csv("odd.litmus,Never,1,0")))
        .isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString())
        .contains("unsupported: write_seqlock() (1 test): ")
        .contains("0 tests compared")
        .contains("unsupported 1; without expectation 1");
  }

  @Test
  void aFileThatIsNoLitmusTestIsBadInputAndTheOthersStillRun() throws IOException {
    Files.writeString(folder.resolve("bad.litmus"), "C bad\n{}\nP0(int *x) { x = ; }\n");

    assertThat(run("litmus", folder.toString())).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("bad.litmus:3:18: found ';', expected ");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(out.toString()).contains("Observation lb Sometimes 1 3");
  }

  @Test
  void aMissingFileIsBadInput() {
    String missing = folder.resolve("none.litmus").toString();

    assertThat(run("litmus", missing)).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("vmacheck litmus: no such file or directory: " + missing);
  }

  @Test
  void expectationsThatCannotBeReadAreBadInput() throws IOException {
    String file = folder.resolve("lb.litmus").toString();

    assertThat(run("litmus", file, "--expect", csv("lb.litmus,Perhaps,4,0")))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run("litmus", file, "--expect", csv("gone.litmus,Never,4,0")))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run("litmus", file, "--expect", file)).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString())
        .contains("expected.csv:2: expected Never, Sometimes or Always, found 'Perhaps'")
        .contains("expected.csv:2: there is no file gone.litmus")
        .contains("lb.litmus:1: expected the header path,observation,states,data_race");
  }

  @Test
  void verdictsGoIntoTheJson() throws IOException {
    Path json = folder.resolve("out.json");

    assertThat(run("litmus", folder.toString(), "--json", json.toString())).isZero();
    assertThat(Files.readString(json))
        .contains("\"kind\" : \"litmus\"")
        .contains("\"verdict\" : \"allowed\"")
        .contains("\"executions\" : 4");
  }

  private String csv(String row) throws IOException {
    Path csv = folder.resolve("expected.csv");
    Files.writeString(csv, "path,observation,states,data_race\n" + row + "\n");
    return csv.toString();
  }

  private int run(String... arguments) {
    return Vmacheck.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
