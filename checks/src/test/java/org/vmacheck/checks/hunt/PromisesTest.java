package org.vmacheck.checks.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.hunt.Oracle.Answer;
import org.vmacheck.checks.hunt.Oracle.Answered;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Each promise is kept by the kernel, and one that is weakened is noticed to break it. */
class PromisesTest {

  private static final String SHARED =
      "mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f); write(1, 7)";
  private static final String FRESH = "mmap(0, 2, PROT_READ|PROT_WRITE)";

  /** Without it the pages stay where they are. */
  static class MlockPopulates extends Mlock {
    MlockPopulates(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long populate(MmStruct mm, long start, long end) {
      return 0;
    }
  }

  private static Question question(String initial, String threads) {
    return new Question(
        4,
        PageReader.calls(initial),
        Arrays.stream(threads.split("\\|\\|")).map(PageReader::calls).toList());
  }

  private static Answered ask(Release kernel, Question question) {
    return new Oracle(
            new ExploreEngine(),
            kernel,
            MemoryModelName.SC,
            Duration.ofSeconds(10),
            Optional.empty(),
            Optional.empty())
        .ask(question);
  }

  private static void isBroken(Release weak, Question question, String finding, String condition) {
    assertThat(ask(Releases.newest(), question).answer()).isEqualTo(Answer.HOLDS);

    Answered answered = ask(weak, question);

    assertThat(answered.answer()).isEqualTo(Answer.FOUND);
    assertThat(answered.verdict().get().counterexample().get().finding()).hasToString(finding);
    assertThat(answered.broken().flatMap(Judge.Broken::condition).map(Object::toString).orElse(""))
        .isEqualTo(condition);
  }

  private static Release without(String slug) {
    return Releases.newest().patched(Patches.named(slug).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        // a guard stays, and is there in the child
        "retest-under-ptl!"
            + SHARED
            + "!madvise(0, 1, MADV_GUARD_INSTALL) || collapse(f)"
            + "!guard_lost!(~0:r0 = 0 \\/ guard(0))",
        "copy-maybe-guard!"
            + SHARED
            + "; madvise(0, 1, MADV_GUARD_INSTALL)!fork()"
            + "!child_guard_lost!(~0:r0 = 0 \\/ child(guard(0)))",
        // what is written is read, and removing guards discards nothing
        "remove-only-markers!"
            + FRESH
            + "; write(0, 7)!madvise(0, 1, MADV_GUARD_REMOVE)!read!read(0) = 7",
        "remove-only-markers!"
            + FRESH
            + "; write(0, 7)!madvise(0, 1, MADV_GUARD_REMOVE); read(0)!read!read(0) = 7",
        // what is to be wiped is wiped
        "wipe-on-fork!"
            + FRESH
            + "; write(0, 7)!madvise(0, 1, MADV_WIPEONFORK); fork()"
            + "!child_read!(~0:r0 = 0 \\/ ~0:r1 = 0 \\/ child(read(0) = 0))",
        // what a child does not get it does not get either when VMAs are merged
        "merge-compares-flags!"
            + FRESH
            + "; madvise(0, 1, MADV_DONTFORK)!mprotect(1, 1, PROT_READ)!not_flag_lost!~flag(1, dc)",
        // what is mapped all the time is printed
        "recheck-gap!" + FRESH + "!maps() || mprotect(1, 1, PROT_READ)!maps!0:r0 = \"xx\"",
        // a call that merges changes nothing of the neighbour
        "merge-compares-flags!mmap(0, 1, PROT_READ|PROT_WRITE); mmap(2, 1, PROT_READ)"
            + "!mmap(1, 1, PROT_READ|PROT_WRITE, MAP_FIXED)!not_flag_lost!~flag(2, wr)",
      })
  void aWeakenedKernelBreaksIt(
      String patch, String initial, String threads, String finding, String condition) {
    isBroken(without(patch), question(initial, threads), finding, condition);
  }

  @Test
  void whatIsLockedIsInMemory() {
    Release lazy = Releases.newest().patched(Patch.of(MlockPopulates.class));

    isBroken(
        lazy,
        question(FRESH, "mlock(0, 1)"),
        "pte",
        "(~0:r0 = 0 \\/ (pte(0) = present \\/ pte(0) = pinned))");
  }

  @Test
  void whatIsDoneToDifferentPagesDoesNotDependOnTheOrder() {
    isBroken(
        without("merge-compares-flags"),
        question(FRESH, "madvise(0, 1, MADV_RANDOM) || madvise(1, 1, MADV_DONTDUMP)"),
        Commuting.FINDING,
        "");
  }

  /** A load gives what was written, too, and not only the end does. */
  @Test
  void aLoadGivesWhatWasWritten() {
    isBroken(
        without("remove-only-markers"),
        question(
            FRESH + "; write(0, 7)", "madvise(0, 1, MADV_GUARD_REMOVE); read(0); munmap(0, 1)"),
        "result",
        "(~0:r0 = 0 \\/ 0:r1 = 7)");
  }

  @Test
  void thePageOfABrokenPromiseSaysWhatWasPromised() {
    Release weak = without("copy-maybe-guard");
    Question question = question(SHARED + "; madvise(0, 1, MADV_GUARD_INSTALL)", "fork()");
    Answered answered = ask(weak, question);
    Find find =
        new Find(
            0, question, weak, MemoryModelName.SC, answered.verdict().get(), answered.broken());

    Page page = PageReader.read("found", find.page());

    Verdict verdict =
        new ExploreEngine()
            .judge(PageProgram.on(weak, page), Settings.defaults().withModel(MemoryModelName.SC));
    assertThat(page.expects().get(0).expectation().isMetBy(verdict)).isTrue();
    assertThat(List.of(find.page().split("\n"))).contains("forall (~0:r0 = 0 \\/ child(guard(0)))");
  }
}
