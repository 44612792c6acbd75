package org.vmacheck.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.jcstress.Jdk;
import org.vmacheck.checks.engine.jcstress.StressResult;
import org.vmacheck.checks.engine.jcstress.StressResult.Expected;
import org.vmacheck.checks.engine.jcstress.StressResult.Outcome;

class StressReportTest {

  private static final Jdk JDK = new Jdk(Path.of("jdk"), Runtime.Version.parse("25.0.3"));

  private static StressResult result(String form, long bad, Expected expected) {
    return new StressResult(
        "org.vmacheck.stress.Speculation." + form,
        List.of(
            new Outcome("0, 2", 1000, Expected.ACCEPTABLE, "Before."),
            new Outcome("0, 6", bad, expected, "Half of each.")));
  }

  @Test
  void everyOutcomeIsALine() {
    String text = StressReport.text(List.of(result("AllBarriers", 0, Expected.FORBIDDEN)), JDK);
    assertThat(text)
        .contains("Speculation.AllBarriers", "0, 2", "1,000", "forbidden", "Half of each.")
        .contains("1 test on JDK 25.0.3", "no forbidden outcome")
        .doesNotContain("(!)");
  }

  @Test
  void aForbiddenOutcomeIsMarked() {
    StressResult bad = result("AllBarriers", 3, Expected.FORBIDDEN);
    assertThat(StressReport.text(List.of(bad), JDK))
        .contains("forbidden (!)", "1 with a forbidden outcome");
  }

  @Test
  void theSummaryCountsTheWeakenedFormsThatShowed() {
    List<StressResult> results =
        List.of(
            result("TryBeginOnce", 0, Expected.INTERESTING),
            result("TestedOnlyBefore", 7, Expected.INTERESTING));
    assertThat(StressReport.text(results, JDK)).contains("1 of 2 weakened forms");
  }

  @Test
  void theJsonHasTheRowsOfEveryReport() throws Exception {
    List<StressResult> results =
        List.of(
            result("AllBarriers", 3, Expected.FORBIDDEN),
            result("TryBeginOnce", 0, Expected.INTERESTING));
    JsonNode rows =
        new ObjectMapper()
            .readTree(StressReport.json("1", results, JDK, Duration.ofSeconds(2)))
            .get("results");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("id").asText()).isEqualTo("Speculation.AllBarriers");
    assertThat(rows.get(0).get("engine").asText()).isEqualTo("jcstress");
    assertThat(rows.get(0).get("verdict").asText()).isEqualTo("violated");
    assertThat(rows.get(0).get("expected").asText()).isEqualTo("holds");
    assertThat(rows.get(0).get("executions").asLong()).isEqualTo(1003);
    assertThat(rows.get(1).get("verdict").asText()).isEqualTo("holds");
    assertThat(rows.get(1).get("expected").asText()).isEqualTo("question");
  }
}
