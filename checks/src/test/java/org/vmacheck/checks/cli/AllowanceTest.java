package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private long now;

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void aBudgetFromTheUserIsForEachJudgement() {
    Allowance allowance = Allowance.each(Duration.ofMinutes(5));
    assertThat(allowance.next()).isEqualTo(Duration.ofMinutes(5));
    assertThat(allowance.next()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void slowJudgementsTakeWhatQuickOnesDoNotNeed() {
    Allowance allowance = Allowance.shared(() -> now);
    for (int quick = 0; quick < 1000; quick++) {
      assertThat(allowance.next()).isEqualTo(Allowance.MOST);
      pass(Duration.ofMillis(100));
    }
  }

  @Test
  void lateOnesGetAShareOfWhatIsLeft() {
    Allowance allowance = Allowance.shared(() -> now);
    pass(Allowance.ALL.minusSeconds(80));
    assertThat(allowance.next()).isEqualTo(Duration.ofSeconds(10));
    pass(Duration.ofSeconds(10));
    assertThat(allowance.next()).isLessThan(Duration.ofSeconds(10)).isGreaterThan(Allowance.LEAST);
  }

  @Test
  void evenWhenTheTimeIsUpAJudgementGetsASecond() {
    Allowance allowance = Allowance.shared(() -> now);
    pass(Allowance.ALL.plusSeconds(1));
    assertThat(allowance.next()).isEqualTo(Duration.ofSeconds(1));
  }
}
