package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.checks.live.CCompiler;

class HuntCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Vmacheck.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void whatTheBookDoesNotHaveIsStatus1AndAPageOfItsOwn() throws Exception {
    int status =
        run(
            "hunt",
            "--only",
            "mremap,smaps",
            "--model",
            "sc",
            "--sample",
            "600",
            "--out",
            folder.toString());

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).contains("600 of 600 asked").contains("found   not_atomic   mremap");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("not_atomic-mremap-smaps.mm");
    }
  }

  @Test
  void aRaceOfTheBookIsFoundByTheCallsOfItsPage() {
    int status = run("hunt", "--races", "60s", "--race", "A2,G3", "-j", "1");

    assertThat(out.toString())
        .contains("| A2 | 7.3 without retest-under-ptl, sc | guard_lost | `madvise(")
        .contains(
            "| G3 | 7.3 without exit-locks-mmap, vmas-are-typesafe, sc | - | no hunt has exit,")
        .contains("1 of 1 races found; of 1 more a hunt lacks what they take");
    assertThat(status).isZero();
  }

  @Test
  void theCallsOfAPageAreAskedEverywhere() {
    int status =
        run("hunt", "--like", "C66/guard-vs-retract", "--model", "sc", "--sample", "5", "-j", "1");

    assertThat(out.toString()).contains("madvise_guard_install || collapse, 7.3, sc");
    assertThat(status).isZero();
  }

  @Test
  void whatIsFoundIsPutToTheRunningKernel() {
    assumeThat(CCompiler.onPath()).isPresent();

    run(
        "hunt",
        "--only",
        "mremap,smaps",
        "--model",
        "sc",
        "--sample",
        "600",
        "-j",
        "1",
        "--live",
        "--live-seconds",
        "1");

    assertThat(out.toString())
        .contains("found/not_atomic-mremap-smaps on " + System.getProperty("os.version") + ": ");
  }

  @Test
  void whereNothingIsFoundTheStatusIs0() {
    int status =
        run("hunt", "--only", "munlock,mseal", "--model", "sc", "--sample", "20", "-j", "1");

    assertThat(out.toString()).contains("20 hold").contains("0 different findings");
    assertThat(status).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "--pages 9!--pages 9: expected a number from 1 to 4",
        "--shard 3/2!--shard 3/2: expected a part of several",
        "--sample few!--sample few: expected a number of questions, or all",
        "--only nonesuch!--only nonesuch: no system call of a hunt is named so",
        "--kernel 5.0!no kernel '5.0'",
        "--like nonesuch!nonesuch",
        "--races --race Z9!--race: no race 'Z9'",
        "--live-seconds 0!--live-seconds: expected at least 1, found 0",
        "--live-image /no/such/file!cannot read /no/such/file",
        "--out /no/such/folder!--out: there is no directory"
      })
  void whatIsNoHuntIsAnErrorOfOneLine(String options, String message) {
    assertThat(
            run(
                Stream.concat(Stream.of("hunt"), Stream.of(options.split(" ")))
                    .toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).contains(message);
  }
}
