package org.vmacheck.checks.live.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.drive.DelayPlan.Turn;

class PlanReaderTest {

  private static final Page PAGE =
      Book.shipped().pages().stream()
          .filter(page -> page.name().endsWith("guard-vs-mprotect"))
          .findFirst()
          .orElseThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P1 to mprotect_fixup, P0 to end, P1 to end",
        "P0 past commit_merge or to vma_modify, P1 to end, P0 to vma_modify, P0 to end",
      })
  void aPlanIsWrittenAsItIsRead(String text) {
    assertThat(PlanReader.read(text, PAGE)).hasToString(text);
  }

  @Test
  void aTurnThatEndsWithTheCallsHasNoStops() {
    assertThat(PlanReader.read(" P0 to end,P1  to end ", PAGE).turns())
        .containsExactly(Turn.toEnd("P0"), Turn.toEnd("P1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P2 to end, P0 to end | 'P2 to end': expected a thread of the page, found 'P2'; did you mean P0, P1?",
        "P1 at x, P0 to end | 'P1 at x': expected to or past, found 'at'",
        "P1, P0 to end | 'P1': expected to or past at its end",
        "P1 to, P0 to end | 'P1 to': expected a function of the kernel, or end at its end",
        "P1 to a b, P0 to end | 'P1 to a b': expected or, or a comma, found 'b'",
        "P1 to 1x, P0 to end | 'P1 to 1x': expected a function of the kernel, found '1x'",
        "P1 past end, P0 to end | 'P1 past end': expected a function of the kernel, found 'end'",
        "P1 to end, P1 to x, P0 to end | 'P1 to x': P1 has come to its end before",
        "P1 to end | the plan does not say when its threads end: add P0 to end",
        "'' | '': expected a thread of the page, found ''",
      })
  void aPlanThatIsNoneIsRefusedInALine(String text, String why) {
    assertThatThrownBy(() -> PlanReader.read(text, PAGE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(why);
  }
}
