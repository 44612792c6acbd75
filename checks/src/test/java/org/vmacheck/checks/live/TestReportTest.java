package org.vmacheck.checks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestReportTest {

  @Test
  void aRunWithLossesIsRead() {
    TestReport report =
        TestReport.parse(
            List.of(
                "TAP version 13",
                "# page C61/guard-vs-mprotect",
                "# kernel 7.3-cloud-amd64",
                "1..1",
                "# outcome 5890 1 |0-4:rd mr gu|.G.P",
                "# outcome 1929 3 |0-4:rd mr|.G.P",
                "# rounds 7819 seconds 9.9",
                "not ok 1 - C61/guard-vs-mprotect: guard_without_flag in 1929 of 7819 rounds,"
                    + " first at 3"));
    assertThat(report)
        .isEqualTo(
            new TestReport(
                "7.3-cloud-amd64",
                List.of(
                    new TestReport.Outcome("|0-4:rd mr gu|.G.P", 5890, 1),
                    new TestReport.Outcome("|0-4:rd mr|.G.P", 1929, 3)),
                7819,
                9.9,
                "guard_without_flag",
                1929,
                3,
                "",
                true));
  }

  @Test
  void aSkippedRunSaysWhy() {
    TestReport report =
        TestReport.parse(List.of("1..1", "ok 1 - C61 # SKIP this kernel has no guard regions"));
    assertThat(report.skipped()).isEqualTo("this kernel has no guard regions");
    assertThat(report.ended()).isTrue();
  }

  @Test
  void aRunThatWasCutOffHasNotEnded() {
    assertThat(TestReport.parse(List.of("TAP version 13", "# kernel 7.3", "1..1")).ended())
        .isFalse();
  }
}
