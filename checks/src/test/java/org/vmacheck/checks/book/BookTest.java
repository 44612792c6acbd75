package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;

/** Every line of the book that says what is expected is true, under every model it speaks of. */
final class BookTest {

  private static final Book BOOK = Book.shipped();

  static Stream<Arguments> lines() {
    return ExpectedLines.of(BOOK.pages().stream());
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("lines")
  void everyVerdictIsAsExpected(
      Page page, Release kernel, MemoryModelName model, Expectation expectation) {
    ExpectedLines.check(page, kernel, model, expectation);
  }

  @Test
  void noTwoPagesHaveOneAddress() {
    assertThat(BOOK.pages().stream().map(Page::address)).doesNotHaveDuplicates();
  }

  /** A claim that no mutant breaks is not checked; what its other pages notice, mutants shows. */
  @Test
  void everyClaimCatchesAMutant() {
    Set<String> claims = claims(BOOK.pages().stream());
    assertThat(claims).isNotEmpty();
    assertThat(
            claims(
                BOOK.pages().stream()
                    .filter(page -> page.expects().stream().anyMatch(Expect::isMutant))))
        .containsExactlyInAnyOrderElementsOf(claims);
  }

  private static Set<String> claims(Stream<Page> pages) {
    return pages
        .flatMap(page -> page.headings().stream())
        .filter(heading -> !heading.isRace())
        .map(Heading::id)
        .collect(Collectors.toSet());
  }

  /** Every patch that takes something away is caught by a page, or told to be seen elsewhere. */
  @Test
  void everyPatchIsAskedOfSomePage() {
    Set<String> asked =
        BOOK.pages().stream()
            .flatMap(page -> page.expects().stream())
            .flatMap(expect -> expect.kernels().stream())
            .flatMap(kernel -> kernel.patches().stream())
            .map(Patch::slug)
            .collect(Collectors.toSet());
    assertThat(Patches.all().stream().map(Patch::slug).filter(slug -> !asked.contains(slug)))
        .containsExactlyInAnyOrderElementsOf(ASKED_ELSEWHERE);
  }

  /** Tests of states ask about them. */
  private static final Set<String> ASKED_ELSEWHERE =
      Set.of(
          "lock-once",
          "allow-list",
          "prepare-before-merge",
          "compat-sets-flags",
          "forbid-zero-page");

  @Test
  void anIdMeansTheSameKindEverywhere() {
    assertThat(
            BOOK.headings().stream()
                .collect(
                    Collectors.groupingBy(
                        Heading::id, Collectors.mapping(Heading::kind, Collectors.toSet())))
                .values())
        .allSatisfy(kinds -> assertThat(kinds).hasSize(1));
  }
}
