package org.vmacheck.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.claims.Expectation;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;

class CounterexampleTextTest {

  private static final String MMAP = "mm#1.mmap_lock(write)";

  private static Step step(
      int thread, String function, String access, String location, String value, String... locks) {
    String op = thread == 0 ? "mprotect(0, 4, READ)" : "madvise(1, 1, GUARD_INSTALL)";
    return new Step(thread, op, function, access, location, value, List.of(locks));
  }

  private static final List<Step> STEPS =
      List.of(
          step(0, "mmap_write_lock", "down_write", "mm#1.mmap_lock", "", MMAP),
          step(0, "new_flags", "load", "vma#1.vm_flags", "[rd wr]", MMAP),
          step(0, "new_flags", "load", "vma#1.vm_start", "0", MMAP),
          step(1, "vma_flag_set_atomic", "set_bit", "vma#1.vm_flags", "[rd wr gu]", "vma#1(read)"),
          step(1, "vma_flag_set_atomic", "load", "vma#1.vm_flags", "[rd wr gu]", "vma#1(read)"),
          step(1, "guard_install", "WRITE_ONCE", "pte_table#1.pte[1]", "guard", "vma#1(read)"),
          step(0, "vm_flags_reset", "WRITE_ONCE", "vma#1.vm_flags", "[rd]", MMAP),
          step(0, "mmap_write_unlock", "up_write", "mm#1.mmap_lock", ""));

  private static Counterexample counterexample(String... notes) {
    return new Counterexample(
        "INVARIANT",
        "guard_without_flag: page 1 holds a guard marker, and VM_MAYBE_GUARD is clear",
        List.of("T1", "T2"),
        STEPS,
        List.of(notes),
        "the engine's own words");
  }

  private static Result result(Expectation expected, Counterexample counterexample) {
    Question question =
        new Question(
            "C61",
            "claim",
            "No flag is lost.",
            "guard-vs-mprotect: guard install against mprotect",
            "explore",
            MemoryModelName.SC,
            "6.19",
            expected,
            "check C61 --kernel 6.19");
    Verdict verdict =
        new Verdict(
            Answer.VIOLATED, false, 9, 0, Duration.ofMillis(2), "", Optional.of(counterexample));
    return Result.of(question, verdict, any -> true);
  }

  private static String text(String... notes) {
    Counterexample found = counterexample(notes);
    return CounterexampleText.of(result(Expectation.VIOLATED, found), found);
  }

  @Test
  void itReadsFromTopToBottomWithOneColumnAThread() {
    assertThat(text())
        .contains(
            """
                T1                                                     | T2
                -------------------------------------------------------+-------------------------------------------------------
                mprotect(0, 4, READ)                                   |
                  [holds mm#1.mmap_lock(write)]                        |
                  new_flags()                                          |
              2     load vma#1.vm_flags = [rd wr]                      |
                                                                       | madvise(1, 1, GUARD_INSTALL)
                                                                       |   vma_flag_set_atomic()
              4                                                        |     set_bit vma#1.vm_flags = [rd wr gu]
              5                                                        |     load vma#1.vm_flags = [rd wr gu]
                                                                       |   [holds vma#1(read)]
                                                                       |   guard_install()
              6                                                        |     WRITE_ONCE pte_table#1.pte[1] = guard
                  vm_flags_reset()                                     |
              7     WRITE_ONCE vma#1.vm_flags = [rd]                   |
                  mmap_write_unlock()                                  |
              8     up_write mm#1.mmap_lock                            |
            """);
  }

  @Test
  void itSaysWhatIsClaimedWhatWentWrongAndHowToSeeItAgain() {
    assertThat(text())
        .contains("C61 is violated on 6.19 (explore, sc)")
        .contains("Claim:      No flag is lost.")
        .contains("Went wrong: INVARIANT: guard_without_flag: page 1 holds a guard marker")
        .contains("Replay:     ./vmacheck check C61 --kernel 6.19");
  }

  @Test
  void loadsThatNobodyInterferesWithAreCountedAndLeftOut() {
    assertThat(text()).doesNotContain("vm_start").contains("Left out:   2 loads and locks");
  }

  @Test
  void inFullNothingIsLeftOutAndTheEngineHasItsSay() {
    Counterexample found = counterexample();
    assertThat(CounterexampleText.inFull(result(Expectation.VIOLATED, found), found))
        .contains("vma#1.vm_start = 0", "the engine's own words")
        .doesNotContain("Left out");
  }

  @Test
  void whatNobodyHasReportedIsAQuestion() {
    Counterexample found = counterexample();
    assertThat(CounterexampleText.of(result(Expectation.QUESTION, found), found))
        .contains("It is a question to ask, not a kernel bug");
    assertThat(text()).doesNotContain("question");
  }

  @Test
  void noLineIsTooLongForAMail() {
    String note = "a reads-from that no interleaving explains, ".repeat(10);
    assertThat(text(note).lines()).allMatch(line -> line.length() <= CounterexampleText.WIDTH);
  }

  @Test
  void lockStepsOfContendedLocksStay() {
    Counterexample found =
        new Counterexample(
            "DEADLOCK",
            "x",
            List.of("T1", "T2"),
            List.of(
                step(0, "f", "spin_lock", "ptl", ""),
                step(0, "f", "spin_unlock", "ptl", ""),
                step(1, "f", "spin_lock", "ptl", ""),
                step(1, "f", "spin_unlock", "ptl", "")),
            List.of(),
            "");
    assertThat(Condensed.of(found)).hasSize(4);
  }
}
