package org.vmacheck.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.report.Result.Standing;

class RaceTableTest {

  private static final Expectation BROKEN = Expectation.violated(new Finding.Form("exists", ""));

  @Test
  void aLineTellsHowLongTheLongestSearchForTheRaceTookApartFromTheProofs() {
    String table =
        RaceTable.of(
            List.of(
                result("A1", BROKEN, Answer.VIOLATED, 40),
                result("A1", BROKEN, Answer.VIOLATED, 250),
                result("A1", Expectation.holds(), Answer.HOLDS, 2_000),
                result("A2", BROKEN, Answer.VIOLATED, 30)));
    assertThat(table)
        .containsPattern("A1 .* 250 ms .* 2\\.3 s")
        .containsPattern("A2 .* 30 ms .* 30 ms")
        .contains("2 of 2 races reproduce", "found in 250 ms each, or less; 4 verdicts, 2.3 s");
  }

  @Test
  void aRaceThatIsNotFoundIsMarkedAndNotCounted() {
    String table = RaceTable.of(List.of(result("A1", BROKEN, Answer.HOLDS, 40)));
    assertThat(table).contains("holds (!)", "0 of 1 races reproduce");
  }

  private static Result result(String id, Expectation expected, Answer answer, long millis) {
    Question question =
        new Question(
            id,
            id,
            Question.Kind.RACE,
            "a flag is lost",
            "one || other",
            "explore",
            MemoryModelName.SC,
            "7.3",
            Optional.of(expected),
            "reproduce " + id,
            id);
    Verdict verdict =
        new Verdict(answer, true, 10, 0, Duration.ofMillis(millis), "", Optional.empty());
    return new Result(question, verdict, Standing.JUDGED);
  }
}
