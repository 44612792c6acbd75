package org.vmacheck.checks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.live.LiveResult.Answer;

class LiveResultTest {

  private static final Allowed SOUND = new Allowed(Map.of("good", ""), "", true, "all");
  private static final Allowed RACY =
      new Allowed(Map.of("good", "", "bad", "guard_lost"), "", true, "all");
  private static final Allowed CUT_SHORT =
      new Allowed(Map.of("good", ""), "maps_backwards", false, "found");

  private static TestReport saw(String finding, String... outcomes) {
    List<TestReport.Outcome> list =
        List.of(outcomes).stream().map(text -> new TestReport.Outcome(text, 1, 1)).toList();
    return new TestReport("7.3", list, 10, 1, finding, finding.isEmpty() ? 0 : 1, 1, "", true);
  }

  private static Answer answer(TestReport report, Allowed allowed) {
    return new LiveResult("C61", report, Optional.of(allowed)).answer();
  }

  @Test
  void aViolationOfTheModelThatTheKernelShowsIsConfirmed() {
    assertThat(answer(saw("guard_lost", "good", "bad"), RACY)).isEqualTo(Answer.CONFIRMED);
    assertThat(answer(saw("maps_backwards", "good"), CUT_SHORT)).isEqualTo(Answer.CONFIRMED);
  }

  @Test
  void aViolationThatNoRoundShowsIsNotSeen() {
    assertThat(answer(saw("", "good"), RACY)).isEqualTo(Answer.NOT_SEEN);
  }

  @Test
  void whatTheModelDoesNotHaveIsNotAllowed() {
    assertThat(answer(saw("", "odd"), SOUND)).isEqualTo(Answer.NOT_ALLOWED);
    assertThat(answer(saw("guard_lost", "bad"), SOUND)).isEqualTo(Answer.NOT_ALLOWED);
    assertThat(answer(saw("other", "good"), RACY)).isEqualTo(Answer.NOT_ALLOWED);
  }

  @Test
  void whatAnUnfinishedExplorationDoesNotHaveIsNotDecided() {
    assertThat(answer(saw("", "odd"), CUT_SHORT)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aKernelThatShowsOnlyWhatHoldsAgrees() {
    assertThat(answer(saw("", "good"), SOUND)).isEqualTo(Answer.AGREES);
  }
}
