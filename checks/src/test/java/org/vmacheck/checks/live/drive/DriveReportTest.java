package org.vmacheck.checks.live.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriveReportTest {

  @Test
  void whatAProgramPrintsOfItsDriveIsRead() {
    List<String> lines =
        List.of(
            "ok 1 - C61/guard-vs-mprotect",
            "# drive P1 past vma_modify, P0 to end, P1 to end",
            "# followed 3 of 54 rounds",
            "# not followed in 51 rounds, while held: P1 past vma_modify; what did not end: P0 to end");
    assertThat(DriveReport.parse(lines))
        .contains(
            new DriveReport(
                "P1 past vma_modify, P0 to end, P1 to end",
                3,
                54,
                List.of(
                    "not followed in 51 rounds, while held: P1 past vma_modify; what did not end:"
                        + " P0 to end")));
  }

  @Test
  void aProgramThatDrivesNobodyHasNoReport() {
    assertThat(DriveReport.parse(List.of("# rounds 5 seconds 0.1", "ok 1 - C61"))).isEmpty();
  }
}
