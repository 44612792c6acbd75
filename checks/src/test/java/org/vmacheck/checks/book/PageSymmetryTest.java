package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Reduction;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Pages with equal threads have the verdict that they have without {@link Reduction}. */
class PageSymmetryTest {

  private static final ExploreEngine ENGINE = new ExploreEngine();

  private static final String MAPPED = "init { mmap(0, 2, PROT_READ|PROT_WRITE); }\n";

  /** Those of the book, and others. */
  static Stream<Page> pages() {
    Stream<Page> book =
        Stream.of(
                "C82/two-dontneeds",
                "C108/two-migrations",
                "C37/two-exits",
                "C37/exit-vs-two-readers")
            .map(PageSymmetryTest::ofTheBook);
    Stream<String> others =
        Stream.of(
            "P0 { write(0, 5); } P1 { write(0, 5); } forall read(0) = 5",
            "P0 { mprotect(0, 1, PROT_READ); } P1 { mprotect(0, 1, PROT_READ); } forall mapped(0)",
            "P0 { munmap(0, 1); } P1 { munmap(0, 1); } forall ~mapped(0)",
            "P0 { munmap(1, 1); } P1 { munmap(1, 1); } forall mapped(1)",
            "P0 { madvise(0, 1, MADV_GUARD_INSTALL); } P1 { madvise(0, 1, MADV_GUARD_INSTALL); }"
                + " forall guard(0)",
            "P0 { read(0); } P1 { write(0, 3); } P2 { read(0); } forall read(0) = 3",
            "P0 { madvise(0, 1, MADV_DONTNEED); } P1 { write(0, 3); }"
                + " P2 { madvise(0, 1, MADV_DONTNEED); } exists read(0) = 0");
    return Stream.concat(book, others.map(text -> PageReader.read("page.mm", MAPPED + text)));
  }

  private static Page ofTheBook(String address) {
    return Book.shipped().pages().stream()
        .filter(page -> page.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theVerdictIsThatOfThePlainSearch(Page page) {
    for (MemoryModelName model : List.of(MemoryModelName.SC, MemoryModelName.LKMM)) {
      Verdict plain = judge(page, Releases.newest(), model, Reduction.NONE);
      Verdict reduced = judge(page, Releases.newest(), model, Reduction.SYMMETRY);

      assertThat(reduced.answer()).isEqualTo(plain.answer());
      assertThat(reduced.exhaustive()).isEqualTo(plain.exhaustive());
      assertThat(finding(reduced)).isEqualTo(finding(plain));
      assertThat(reduced.executions()).isLessThanOrEqualTo(plain.executions());
    }
  }

  private static Verdict judge(
      Page page, Release kernel, MemoryModelName model, Reduction reduction) {
    return ENGINE.judge(
        PageProgram.on(kernel, page),
        Settings.defaults().withModel(model).withReduction(reduction));
  }

  private static String finding(Verdict verdict) {
    return verdict.counterexample().map(found -> found.finding().toString()).orElse("");
  }

  @Test
  void ofTwoEqualThreadsHalfOfTheExecutionsAreVisited() {
    Page page = ofTheBook("C82/two-dontneeds");

    Verdict plain = judge(page, Releases.newest(), MemoryModelName.SC, Reduction.NONE);
    Verdict reduced = judge(page, Releases.newest(), MemoryModelName.SC, Reduction.SYMMETRY);

    assertThat(plain.answer()).isEqualTo(Answer.HOLDS);
    assertThat(2 * reduced.executions()).isEqualTo(plain.executions());
    assertThat(reduced.detail()).contains("but for the exchange of equal threads");
    assertThat(plain.detail()).doesNotContain("exchange");
  }

  /** Else a witness of the one result would be looked for in executions with the other. */
  @Test
  void threadsThatTheConditionTellsApartAreNotEqual() {
    String text = MAPPED + "P0 { a = read(0); } P1 { write(0, 3); } P2 { b = read(0); }\n";
    for (String condition :
        List.of("exists 0:a = 0 /\\ 2:b = 3", "exists 0:a = 3 /\\ 2:b = 0", "exists 2:b = 3")) {
      Page page = PageReader.read("page.mm", text + condition);
      Verdict verdict = judge(page, Releases.newest(), MemoryModelName.SC, Reduction.SYMMETRY);

      assertThat(verdict.detail()).doesNotContain("exchange");
      assertThat(verdict.answer()).isEqualTo(Answer.VIOLATED); // the witness
    }
  }
}
