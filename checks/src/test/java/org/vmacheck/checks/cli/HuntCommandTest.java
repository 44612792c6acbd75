package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            "150",
            "--out",
            folder.toString());

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).contains("150 of 150 asked").contains("found   not_atomic   mremap");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("not_atomic-mremap-smaps.mm");
    }
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
