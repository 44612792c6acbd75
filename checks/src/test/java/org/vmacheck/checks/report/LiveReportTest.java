package org.vmacheck.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.live.Allowed;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.TestReport;
import org.vmacheck.checks.live.drive.DriveReport;
import org.vmacheck.checks.live.drive.Driven;
import org.vmacheck.model.release.Releases;

class LiveReportTest {

  private static final TestReport SAW =
      TestReport.parse(
          List.of(
              "# kernel 7.3-rc7-cloud-amd64",
              "# outcome 5890 1 good",
              "# outcome 1929 3 bad",
              "# outcome 1 9 odd",
              "# rounds 7820 seconds 10.0",
              "not ok 1 - it: guard_lost in 1930 of 7820 rounds, first at 3"));

  private static LiveResult result(boolean complete) {
    Allowed allowed = new Allowed(Map.of("good", "", "bad", "guard_lost"), "", complete, "all");
    return new LiveResult("it", SAW, Optional.of(allowed));
  }

  @Test
  void everyOutcomeHasItsStanding() {
    assertThat(LiveReport.text(result(true), true))
        .contains(
            "    5,890  allowed  good\n",
            "    1,929  guard_lost  bad\n",
            "        1  not allowed  odd\n");
  }

  @Test
  void whatAnExplorationThatDidNotEndLacksIsNotCalledForbidden() {
    assertThat(LiveReport.text(result(false), false))
        .contains("        1  not found  odd\n")
        .doesNotContain("good");
  }

  @Test
  void programsGetTheSame() throws IOException {
    JsonNode row =
        new ObjectMapper().readTree(LiveReport.json("1", List.of(result(true)))).at("/results/0");
    assertThat(row.at("/release").asText()).isEqualTo("7.3");
    assertThat(row.at("/answer").asText()).isEqualTo("confirmed");
    assertThat(row.at("/lost").asLong()).isEqualTo(1930);
    assertThat(row.at("/outcomes/1/standing").asText()).isEqualTo("guard_lost");
    assertThat(row.at("/outcomes/2/first").asLong()).isEqualTo(9);
  }

  private static LiveResult driven(long followed, String release) {
    DriveReport report =
        new DriveReport(
            "P1 to vma_modify_flags, P0 to end, P1 to end", followed, 9, List.of("why"));
    Driven driven = new Driven(report, Releases.named(release));
    return new LiveResult("it", SAW, result(true).allowed(), Optional.of(driven));
  }

  @Test
  void aDriveIsToldWithItsPlanAndHowOftenItWasFollowed() throws IOException {
    assertThat(LiveReport.text(driven(7, "7.3"), false))
        .contains("  driven: P1 to vma_modify_flags, P0 to end, P1 to end\n  followed in 7 of 9")
        .contains("\n    why\n")
        .doesNotContain("NOT FOLLOWED", "The plan is of");
    JsonNode row =
        new ObjectMapper()
            .readTree(LiveReport.json("1", List.of(driven(7, "7.3"), result(true))))
            .at("/results");
    assertThat(row.at("/0/drive/followed").asLong()).isEqualTo(7);
    assertThat(row.at("/0/drive/release").asText()).isEqualTo("7.3");
    assertThat(row.at("/1/drive").isNull()).isTrue();
  }

  @Test
  void anExecutionOfTheModelThatTheKernelDoesNotTakeIsAFinding() {
    assertThat(LiveReport.text(driven(0, "7.3"), false)).contains("  NOT FOLLOWED: the model");
    assertThat(LiveReport.text(driven(0, "7.2"), false))
        .contains("The plan is of 7.2: ")
        .doesNotContain("NOT FOLLOWED");
  }

  @Test
  void aPageThatHasNotRunOnAKernelLeavesItsCellEmpty() {
    LiveResult other = new LiveResult("other", TestReport.unfinished("6.18.44"), Optional.empty());
    assertThat(LiveReport.table(List.of(result(true), other)).lines().map(String::strip))
        .contains("page  | 7.3-rc7          | 6.18.44", "it    | confirmed 24.7 % |")
        .contains("other |                  | broken");
  }
}
