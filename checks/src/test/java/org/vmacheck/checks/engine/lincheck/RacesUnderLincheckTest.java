package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Expect;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.model.release.Release;

/** What the book says of each race is what Lincheck finds, as far as it is an interleaving. */
final class RacesUnderLincheckTest {

  private static final int INVOCATIONS = 5_000;

  /** How much longer the fixed kernel is looked at than it took to find the race. */
  private static final int MORE = 50;

  /**
   * Races that the explorer alone shows: of B2 and B4 Lincheck does not meet the interleaving in so
   * many invocations, and in the others it takes a thread that waits for a lock, or tries again,
   * for one that hangs, and gives up.
   */
  private static final Set<String> EXPLORED_ONLY = Set.of("B2", "B4", "D14", "K1", "L1", "N8");

  static Stream<Arguments> races() {
    return Book.shipped().pages().stream()
        .filter(
            page ->
                page.headings().stream().noneMatch(heading -> EXPLORED_ONLY.contains(heading.id())))
        .flatMap(
            page ->
                page.expects().stream()
                    .filter(expect -> !expect.as().isEmpty() || isAlone(page, expect))
                    .filter(RacesUnderLincheckTest::isSequential)
                    .map(expect -> arguments(page, expect)));
  }

  private static boolean isSequential(Expect expect) {
    return expect.models().isEmpty() || expect.models().contains(MemoryModelName.SC);
  }

  private static boolean isAlone(Page page, Expect expect) {
    return page.headings().stream().filter(heading -> heading.isRace()).count() == 1
        && !expect.expectation().isHolds();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  void lincheckRefutesTheKernelThatHasItAndNotOneThatHasNot(Page page, Expect shown) {
    Verdict broken = judge(page, shown.kernels().get(0), INVOCATIONS);
    assertThat(shown.expectation().isMetBy(broken)).as(broken.detail()).isTrue();
    // the others that hold are the explorer's: it takes two seconds to begin with each
    page.expects().stream()
        .filter(other -> other.expectation().isHolds() && isSequential(other))
        .findFirst()
        .ifPresent(
            other -> {
              Verdict fixed = judge(page, other.kernels().get(0), (int) broken.executions() + MORE);
              assertThat(fixed.answer()).as(fixed.detail()).isEqualTo(Verdict.Answer.HOLDS);
            });
  }

  private static Verdict judge(Page page, Release kernel, int invocations) {
    return new LincheckEngine(invocations)
        .judge(PageProgram.on(kernel, page), Settings.defaults().withBudget(Duration.ofMinutes(2)));
  }
}
