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

  @Test
  void aPageThatHasNotRunOnAKernelLeavesItsCellEmpty() {
    LiveResult other = new LiveResult("other", TestReport.unfinished("6.18.44"), Optional.empty());
    assertThat(LiveReport.table(List.of(result(true), other)).lines().map(String::strip))
        .contains("page  | 7.3-rc7          | 6.18.44", "it    | confirmed 24.7 % |")
        .contains("other |                  | broken");
  }
}
