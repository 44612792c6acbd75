package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.model.release.Releases;

/** What is asked at the end of a page's executions. */
class PageProgramTest {

  @Test
  void theChildrenOfAllForksAreKnownAtTheEnd() {
    Page page =
        PageReader.read(
            "page.mm",
            """
            init { mmap(0, 2, PROT_READ|PROT_WRITE); write(1, 3); fork(); }
            P0 { fork(); write(1, 5); fork(); c = child(read(1)); }
            P1 { smaps(1); }
            forall 0:c = 5
            """);
    Verdict verdict =
        PageProgram.verdict(
            page,
            new ExploreEngine()
                .judge(
                    PageProgram.on(Releases.newest(), page),
                    Settings.defaults().withModel(MemoryModelName.SC)));
    assertThat(verdict.answer()).as(verdict.toString()).isEqualTo(Verdict.Answer.HOLDS);
  }

  @Test
  void aChildThatWasForkedBeforeTheThreadsIsThatOfEachOfThem() {
    Page page =
        PageReader.read(
            "test",
            """
            init { mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 3); fork(); }
            P0 { child(write(0, 5)); }
            P1 { write(0, 6); c = child(read(0)); }
            forall read(0) = 6 /\\ child(read(0) = 5) /\\ (1:c = 3 \\/ 1:c = 5)
            """);
    Verdict verdict =
        PageProgram.verdict(
            page,
            new ExploreEngine()
                .judge(
                    PageProgram.on(Releases.newest(), page),
                    Settings.defaults().withModel(MemoryModelName.SC)));
    assertThat(verdict.answer()).as(verdict.toString()).isEqualTo(Verdict.Answer.HOLDS);
  }
}
