package org.vmacheck.checks.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.hunt.Oracle.Answer;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

class HuntTest {

  @TempDir private Path folder;

  private static HuntPlan plan(List<String> only, int sample, Optional<Path> state) {
    return new HuntPlan(
        2,
        2,
        1,
        only,
        Optional.empty(),
        sample,
        0,
        1,
        1,
        Releases.newest(),
        MemoryModelName.SC,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(10),
        1,
        state);
  }

  private static Hunt run(HuntPlan plan) {
    Hunt hunt = new Hunt(plan, Book.shipped());
    hunt.run(trophy -> {}, () -> {});
    return hunt;
  }

  private static Question question(String initial, String... threads) {
    return new Question(
        2, PageReader.calls(initial), List.of(threads).stream().map(PageReader::calls).toList());
  }

  private static Oracle.Answered ask(Question question, Optional<Release> but) {
    return new Oracle(
            new ExploreEngine(),
            Releases.newest(),
            MemoryModelName.SC,
            Duration.ofSeconds(10),
            but,
            Optional.empty())
        .ask(question);
  }

  /** What docs/lincheck.md says of each of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "madvise(0, 2, MADV_GUARD_INSTALL)!read(0)",
        "madvise(0, 2, MADV_GUARD_INSTALL)!madvise(0, 2, MADV_GUARD_REMOVE)",
        "munmap(0, 2)!read(1)",
        "mprotect(0, 2, PROT_READ)!smaps(1)",
        "mprotect(0, 1, PROT_NONE)!vma_read(0)"
      })
  void whatPromisesNoMoreThanItsPartsIsAtomic(String one, String other) {
    Question question =
        question("mmap(0, 2, PROT_READ|PROT_WRITE); write(0, 7); write(1, 7)", one, other);

    assertThat(ask(question, Optional.empty()).answer()).isEqualTo(Answer.HOLDS);
  }

  /** A fault in a VMA that the walk has not come to may make the table of one that it has. */
  @Test
  void aTableThatComesIsNoEntryThatChanges() {
    Question question =
        question(
            "mmap(0, 1, PROT_READ); mmap(1, 1, PROT_READ|PROT_WRITE)", "write(1)", "walk_read()");

    assertThat(ask(question, Optional.empty()).answer()).isEqualTo(Answer.HOLDS);
  }

  /** mlock looks at entries under their lock, which who discarded a page before has held. */
  @Test
  void aPageThatWasDiscardedBeforeItWasLockedIsFaultedInAgain() {
    Question question =
        question(
            "mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 7)",
            "madvise(0, 1, MADV_DONTNEED)",
            "mlock(0, 1)");
    Oracle weak =
        new Oracle(
            new ExploreEngine(),
            Releases.newest(),
            MemoryModelName.LKMM,
            Duration.ofSeconds(10),
            Optional.empty(),
            Optional.empty());

    assertThat(weak.ask(question).answer()).isEqualTo(Answer.HOLDS);
  }

  @Test
  void aTruncatedFileThatIsNotShorterThanItWasHasNoPagesEither() {
    Question question =
        question(
            "mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f); write(0)",
            "truncate(f, 0)",
            "truncate(f, 1)");

    assertThat(ask(question, Optional.empty()).answer()).isEqualTo(Answer.HOLDS);
  }

  /** The old mapping goes before the moved one comes, and who does not wait sees neither. */
  @Test
  void whatNoOrderOfTheCallsGivesIsFound() {
    Question question =
        question(
            "mmap(0, 1, PROT_READ|PROT_WRITE); mmap(1, 1, PROT_READ)",
            "mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 1)",
            "smaps(1)");

    Oracle.Answered answered = ask(question, Optional.empty());

    assertThat(answered.answer()).isEqualTo(Answer.FOUND);
    assertThat(answered.verdict().get().counterexample().get().finding()).hasToString("not_atomic");
    assertThat(ask(question, Optional.of(Releases.newest())).answer()).isEqualTo(Answer.HOLDS);
  }

  @Test
  void whatIsFoundIsShrunkNamedIfItIsKnownAndAPageThatExpectsIt() {
    Hunt hunt = run(plan(List.of("guard_install", "mprotect"), 150, Optional.empty()));

    assertThat(hunt.done()).isEqualTo(150);
    Trophy lost =
        hunt.trophies().stream()
            .filter(trophy -> trophy.finding().equals("guard_without_flag"))
            .findFirst()
            .orElseThrow();
    assertThat(lost.known()).isPresent();
    assertThat(lost.find().question().initial()).hasSizeLessThanOrEqualTo(3);
    Page page = PageReader.read("found", lost.page());
    Expectation expected = page.expects().get(0).expectation();
    Verdict verdict =
        new ExploreEngine()
            .judge(
                PageProgram.on(Releases.newest(), page),
                Settings.defaults().withModel(MemoryModelName.SC));
    assertThat(expected.isMetBy(verdict)).isTrue();
  }

  @Test
  void aHuntGoesOnWhereItWasKilled() throws Exception {
    List<String> only = List.of("guard_install", "mprotect");
    Hunt whole = run(plan(only, 60, Optional.empty()));
    Path state = folder.resolve("state");
    run(plan(only, 60, Optional.of(state)));
    String written = Files.readString(state);
    int middle = written.indexOf('\n', written.length() / 2);
    Files.writeString(state, written.substring(0, middle + 2)); // in the midst of a line

    Hunt again = new Hunt(plan(only, 60, Optional.of(state)), Book.shipped());
    assertThat(again.done()).isBetween(10L, 50L);
    again.run(trophy -> {}, () -> {});

    assertThat(again.done()).isEqualTo(60);
    assertThat(again.asked()).isLessThan(60);
    assertThat(again.counts()).isEqualTo(whole.counts());
    assertThat(again.trophies())
        .extracting(Trophy::finding)
        .containsExactlyElementsOf(whole.trophies().stream().map(Trophy::finding).toList());
    assertThat(Files.readString(state).lines()).hasSize(61);
  }

  @Test
  void theStateOfAnotherHuntIsRefused() throws Exception {
    Path state = folder.resolve("state");
    run(plan(List.of("mprotect"), 2, Optional.of(state)));
    assertThatThrownBy(() -> run(plan(List.of("mlock"), 2, Optional.of(state))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is of another hunt");

    Files.writeString(state, "something else\n");
    assertThatThrownBy(() -> run(plan(List.of("mlock"), 2, Optional.of(state))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 1 is not that of a hunt");
  }

  /** Whatever a thread can do, there is nothing between two threads that do not meet. */
  @Test
  void aCallAloneIsWhatItIs() {
    for (SystemCall call : Vocabulary.of(2, List.of())) {
      Question question =
          new Question(
              2,
              PageReader.calls("mmap(0, 2, PROT_READ|PROT_WRITE); write(1)"),
              List.of(List.of(call)));
      assertThat(ask(question, Optional.empty()).answer()).as(call.text()).isEqualTo(Answer.HOLDS);
    }
  }
}
