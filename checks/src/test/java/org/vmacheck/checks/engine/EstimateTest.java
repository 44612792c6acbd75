package org.vmacheck.checks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EstimateTest {

  private final Estimate estimate = new Estimate(583_412, 204_000, 841_999, 16);

  @Test
  void itSaysThatItIsOneAndHowFarTheSamplesAreApart() {
    assertThat(estimate).hasToString("about 580,000 executions (200,000 to 840,000)");
    assertThat(new Estimate(45, 45, 45, 0)).hasToString("about 45 executions");
    assertThat(new Estimate(0, 0, 0, 3)).hasToString("about 0 executions");
  }

  @Test
  void aShareOfItIsNeverMoreThanAll() {
    assertThat(estimate.share(240_000)).startsWith("41 % of the estimate: about 580,000");
    assertThat(estimate.share(600_000)).startsWith("more than the estimate: about 580,000");
  }

  @Test
  void timesAreRoughAsWell() {
    assertThat(Estimate.roughly(Duration.ofMillis(20))).isEqualTo("about 1 s");
    assertThat(Estimate.roughly(Duration.ofSeconds(64))).isEqualTo("about 64 s");
    assertThat(Estimate.roughly(Duration.ofSeconds(500))).isEqualTo("about 8 min");
    assertThat(Estimate.roughly(Duration.ofHours(30))).isEqualTo("about 30 h");
  }
}
