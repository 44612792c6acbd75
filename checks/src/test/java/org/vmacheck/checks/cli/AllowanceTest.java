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
    Allowance allowance = Allowance.shared(61, () -> now);
    assertThat(allowance.next()).isEqualTo(Allowance.MOST);
    pass(Allowance.MOST);
    assertThat(allowance.next()).isEqualTo(Allowance.MOST);
  }

  @Test
  void aSecondIsKeptBackForEachToCome() {
    Allowance allowance = Allowance.shared(441, () -> now);
    assertThat(allowance.next()).isEqualTo(Duration.ofSeconds(10));
    pass(Duration.ofSeconds(10));
    assertThat(allowance.next()).isEqualTo(Allowance.LEAST);
  }

  @Test
  void oneJudgementDoesNotGetItAll() {
    assertThat(Allowance.shared(1, () -> now).next()).isEqualTo(Allowance.MOST);
  }

  @Test
  void evenWhenTheTimeIsUpAJudgementGetsASecond() {
    Allowance allowance = Allowance.shared(2, () -> now);
    pass(Allowance.ALL.plusSeconds(1));
    assertThat(allowance.next()).isEqualTo(Duration.ofSeconds(1));
  }
}
