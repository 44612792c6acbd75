package org.vmacheck.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.Counterexamples;
import org.vmacheck.checks.Counterexamples.Found;

/** No line of a report is wider than the output. */
class WidthTest {

  private static final String COLUMNS = "vmacheck.columns";

  private static List<Integer> widths() {
    return IntStream.iterate(60, width -> width <= 140, width -> width + 7).boxed().toList();
  }

  static Stream<Found> catalogue() {
    return Counterexamples.all();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void noLineOfACounterexampleIsWiderThanTheOutput(Found found) {
    for (int width : widths()) {
      assertThat(CounterexampleText.of(found.result(), found.counterexample(), width).lines())
          .as("at %s columns", width)
          .allMatch(line -> line.length() <= width);
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void nothingIsCutOffHoweverNarrowTheOutputIs(Found found) {
    String wide = CounterexampleText.inFull(found.result(), found.counterexample(), 140);
    String narrow = CounterexampleText.inFull(found.result(), found.counterexample(), 60);
    assertThat(letters(narrow)).isEqualTo(letters(wide));
  }

  /** How often each letter and digit occurs; folding moves them, but loses none. */
  private static String letters(String text) {
    return text.chars()
        .filter(Character::isLetterOrDigit)
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void noLineOfTheTableIsWiderThanTheOutput() {
    List<Result> results = Counterexamples.all().map(Found::result).toList();
    for (int width : widths()) {
      assertThat(ResultTable.of(results, width).lines())
          .as("at %s columns", width)
          .allMatch(line -> line.length() <= width)
          .hasSizeGreaterThan(results.size());
    }
  }

  @Test
  void theTableHasAllColumnsWhereThereIsRoom() {
    List<Result> results = Counterexamples.all().map(Found::result).toList();
    assertThat(ResultTable.of(results, 160))
        .contains("kernel", "engine", "model", "verdict", "expected", "executions", "time");
    assertThat(ResultTable.of(results, 60)).contains("verdict", "expected").doesNotContain("time");
  }

  @AfterEach
  void forget() {
    System.clearProperty(COLUMNS);
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "120, 120", "400, 140", "20, 60"})
  void theTerminalDecidesWithinReason(String columns, int width) {
    System.setProperty(COLUMNS, columns);
    assertThat(Width.ofOutput()).isEqualTo(width);
  }

  @Test
  void aPipeGetsWhatAMailCanBear() {
    assertThat(Width.ofOutput()).isEqualTo(100);
  }
}
