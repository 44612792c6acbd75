package org.vmacheck.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Evidence;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Value;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.lockdep.HeldLock;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;

class CounterexampleTextTest {

  private static final int WIDTH = 116;

  private static final HeldLock MMAP = new HeldLock("mm#1.mmap_lock", Mode.WRITE);
  private static final HeldLock VMA = new HeldLock("vma#1.vma_lock", Mode.READ);
  private static final Optional<Value> NONE = Optional.empty();

  private static Step step(
      int thread,
      String function,
      Access access,
      String location,
      Optional<Value> before,
      Optional<Value> after,
      int version,
      HeldLock... locks) {
    String op = thread == 0 ? "mprotect(0, 4, READ)" : "madvise(1, 1, GUARD_INSTALL)";
    return new Step(
        thread,
        op,
        List.of(function),
        access,
        Location.of(location),
        before,
        after,
        version,
        List.of(locks));
  }

  private static Optional<Value> flags(long word, String text) {
    return Optional.of(Value.ofWord(word, text));
  }

  private static final List<Step> STEPS =
      List.of(
          step(0, "mmap_write_lock", Access.DOWN_WRITE, "mm#1.mmap_lock", NONE, NONE, 0, MMAP),
          step(0, "f", Access.LOAD, "vma#1.vm_flags", flags(3, "[rd wr]"), NONE, 0, MMAP),
          step(0, "f", Access.LOAD, "vma#1.vm_start", flags(0, "0"), NONE, 0, MMAP),
          step(
              1,
              "vma_flag_set_atomic",
              Access.SET_BIT,
              "vma#1.vm_flags",
              flags(3, "[rd wr]"),
              flags(7, "[rd wr gu]"),
              1,
              VMA),
          step(
              1,
              "vma_flag_set_atomic",
              Access.LOAD,
              "vma#1.vm_flags",
              flags(7, "[rd wr gu]"),
              NONE,
              1,
              VMA),
          step(
              1,
              "guard_install_pte_entry",
              Access.WRITE_ONCE,
              "pte_table#1.pte[1]",
              NONE,
              flags(16, "guard"),
              1,
              VMA),
          step(
              0,
              "vm_flags_reset",
              Access.WRITE_ONCE,
              "vma#1.vm_flags",
              NONE,
              flags(1, "[rd]"),
              2,
              MMAP),
          step(0, "mmap_write_unlock", Access.UP_WRITE, "mm#1.mmap_lock", NONE, NONE, 0));

  private static Counterexample counterexample(String... notes) {
    return new Counterexample(
        new Finding(KernelBug.Kind.INVARIANT, "guard_without_flag", Optional.empty()),
        "guard_without_flag: page 1 holds a guard marker, and VM_MAYBE_GUARD is clear",
        Evidence.ofCells(List.of(Location.of("vma#1.vm_flags"))),
        List.of("T1", "T2"),
        STEPS,
        List.of(notes),
        Optional.of("sc a3 b3 a2"),
        "the engine's own words");
  }

  private static final Expectation VIOLATED =
      Expectation.violated(Finding.Form.parse("guard_without_flag"));

  private static Result result(
      Question.Kind kind, Expectation expected, Counterexample counterexample) {
    Question question =
        new Question(
            "C61/guard-vs-mprotect",
            "C61",
            kind,
            "No flag is lost.",
            "madvise(1, 1, MADV_GUARD_INSTALL) || mprotect(0, 4, PROT_READ)",
            "explore",
            MemoryModelName.SC,
            "6.19",
            Optional.of(expected),
            "check C61 --kernel 6.19",
            "C61/guard-vs-mprotect --kernel 6.19");
    Verdict verdict =
        new Verdict(
            Answer.VIOLATED, false, 9, 0, Duration.ofMillis(2), "", Optional.of(counterexample));
    return Result.of(question, verdict);
  }

  private static String text(Question.Kind kind, Expectation expected, String... notes) {
    Counterexample found = counterexample(notes);
    return CounterexampleText.of(result(kind, expected, found), found, WIDTH);
  }

  private static String text(String... notes) {
    return text(Question.Kind.CLAIM, VIOLATED, notes);
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
                  f()                                                  |
              2     load vma#1.vm_flags = [rd wr]                      |
                                                                       | madvise(1, 1, GUARD_INSTALL)
                                                                       |   vma_flag_set_atomic()
              4                                                        |     set_bit vma#1.vm_flags = [rd wr] -> [rd wr gu]
              5                                                        |     load vma#1.vm_flags = [rd wr gu]
                                                                       |   [holds vma#1.vma_lock(read)]
                                                                       |   guard_install_pte_entry()
              6                                                        |     WRITE_ONCE pte_table#1.pte[1] = guard
                  vm_flags_reset()                                     |
              7     WRITE_ONCE vma#1.vm_flags = [rd]                   |
                  mmap_write_unlock()                                  |
              8     up_write mm#1.mmap_lock                            |
            """);
  }

  @Test
  void itSaysWhatIsClaimedWhatWasFoundAndHowToSeeItAgain() {
    assertThat(text())
        .contains("C61/guard-vs-mprotect is violated on 6.19 (explore, sc)")
        .contains("Claim:     No flag is lost.")
        .contains("Finding:   guard_without_flag: page 1 holds a guard marker")
        .contains("./vmacheck replay C61/guard-vs-mprotect --kernel 6.19 sc a3 b3 a2");
  }

  @Test
  void itSaysWhereTheRaceIs() {
    assertThat(text().replaceAll("\\s+", " "))
        .contains("Field: vma#1.vm_flags")
        .contains("vma#1.vma_lock (read) is held at T2 in vma_flag_set_atomic() (step 4), but not")
        .contains("T2 in vma_flag_set_atomic() (step 4): set_bit of vma#1.vm_flags, holding vma#1")
        .contains("opens where T1 in f() (step 2) loads [rd wr];")
        .contains("closes where T1 in vm_flags_reset() (step 7) stores [rd], without that change.");
  }

  @Test
  void aWriterOfTheVmaIsNotSaidToBeWithoutItsLock() {
    List<Step> locked = new ArrayList<>(STEPS);
    locked.add(
        1,
        step(
            0,
            "__vma_start_write",
            Access.WRITE_ONCE,
            "vma#1.vm_lock_seq",
            NONE,
            flags(3, "3"),
            1,
            MMAP));
    Counterexample found = counterexample();
    Diagnosis diagnosis =
        Diagnosis.of(
            new Counterexample(
                found.finding(),
                found.summary(),
                found.evidence(),
                found.threads(),
                locked,
                found.notes(),
                found.replay(),
                ""));
    assertThat(diagnosis.lines()).extracting(Diagnosis.Line::label).doesNotContain("Lock:");
    assertThat(diagnosis.lines())
        .extracting(Diagnosis.Line::text)
        .anyMatch(text -> text.contains("holding mm#1.mmap_lock(write), vma#1.vma_lock(write)"));
  }

  @Test
  void aRaceHasTheHeadingOfARace() {
    assertThat(text(Question.Kind.RACE, VIOLATED))
        .contains("C61 reproduced on 6.19 (explore, sc)")
        .contains("Race:      No flag is lost.");
    assertThat(text(Question.Kind.RACE, Expectation.holds())).contains("C61 is not fixed on 6.19");
  }

  @Test
  void anExecutionThatCannotBeReplayedIsAskedForAgain() {
    Counterexample found = counterexample();
    Counterexample random =
        new Counterexample(
            found.finding(),
            found.summary(),
            found.evidence(),
            found.threads(),
            found.steps(),
            found.notes(),
            Optional.empty(),
            "");
    assertThat(CounterexampleText.of(result(Question.Kind.CLAIM, VIOLATED, random), random, WIDTH))
        .contains("Again:     ./vmacheck check C61 --kernel 6.19")
        .doesNotContain("replay");
  }

  @Test
  void loadsThatNobodyInterferesWithAreCountedAndLeftOut() {
    assertThat(text())
        .doesNotContain("vm_start")
        .contains("Not shown: 2 loads and lock operations");
  }

  @Test
  void inFullNothingIsLeftOutAndTheEngineHasItsSay() {
    Counterexample found = counterexample();
    assertThat(
            CounterexampleText.inFull(result(Question.Kind.CLAIM, VIOLATED, found), found, WIDTH))
        .contains("vma#1.vm_start = 0", "the engine's own words")
        .doesNotContain("Not shown");
  }

  @Test
  void whatNobodyHasReportedIsAQuestion() {
    assertThat(text(Question.Kind.CLAIM, VIOLATED.asQuestion()))
        .contains("It is a question for the list, not a kernel bug");
    assertThat(text()).doesNotContain("question");
  }

  @Test
  void aLockThatSeveralThreadsTakeStays() {
    Counterexample found =
        new Counterexample(
            Finding.of(KernelBug.Kind.DEADLOCK),
            "x",
            Evidence.NONE,
            List.of("T1", "T2"),
            List.of(
                step(0, "f", Access.SPIN_LOCK, "ptl", NONE, NONE, 0),
                step(0, "f", Access.SPIN_UNLOCK, "ptl", NONE, NONE, 0),
                step(1, "f", Access.SPIN_LOCK, "ptl", NONE, NONE, 0),
                step(1, "f", Access.SPIN_UNLOCK, "ptl", NONE, NONE, 0)),
            List.of(),
            Optional.empty(),
            "");
    assertThat(Condensed.of(found, Set.of())).hasSize(4);
  }
}
