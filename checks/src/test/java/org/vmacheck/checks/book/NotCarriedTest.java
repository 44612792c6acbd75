package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.input.InputException;

/** Of every race that was reported somewhere the book knows whether it shows it, or why not. */
final class NotCarriedTest {

  /** The races that the book was to show: those of kernels up to autumn 2026. */
  private static final List<String> REPORTED =
      List.of(
          ("A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12a A12b A13"
                  + " B1 B2 B3a B3b B3c B4 B5 B6 B7 B8"
                  + " C1 C2 C3 C4 C5 C6 C7 C8 C9 C10-r"
                  + " D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D15 D16"
                  + " E1 E2 E3 E4 E5 F1 F2 F3 F4 G1 G2 G3 G4 G5 H1 H2 H3 I1 I2 I3 I4"
                  + " J1 J2 J3 J4 J5 K1 K2 K3 K4 L1"
                  + " N2 N3 N4a N4b N4c N5 N7 N8 N9 N10 V1 V2 V3 V4 V5 V6 V7 V8 S1")
              .split(" "));

  private static final Set<String> SHOWN =
      Book.shipped().headings().stream()
          .filter(Heading::isRace)
          .map(Heading::id)
          .collect(Collectors.toSet());

  private static final List<String> NOT_CARRIED =
      NotCarried.shipped().stream().map(NotCarried::id).toList();

  @Test
  void everyRaceIsAPageOrHasAReasonWhyNot() {
    assertThat(REPORTED)
        .allSatisfy(
            id -> assertThat(SHOWN.contains(id) || NOT_CARRIED.contains(id)).as(id).isTrue());
  }

  @Test
  void noRaceIsAPageAndHasAReasonWhyNot() {
    assertThat(NOT_CARRIED).isSubsetOf(REPORTED).doesNotContainAnyElementsOf(SHOWN);
  }

  @Test
  void commentsAndEmptyLinesAreNoRaces() {
    assertThat(NotCarried.parse("# D6\n\nD6 | a flush | no TLB\n"))
        .containsExactly(new NotCarried("D6", "a flush", "no TLB"));
  }

  @Test
  void aLineThatIsWrongIsNamed() {
    assertThatThrownBy(() -> NotCarried.parse("D6 | a flush\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "book/not-carried.txt:1: expected 'id | what goes wrong | why no page shows it'");
    assertThatThrownBy(() -> NotCarried.parse("D6 | a | b\nD6 | a | b\n"))
        .isInstanceOf(InputException.class)
        .hasMessage("book/not-carried.txt:2: D6 came before");
  }
}
