package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vmacheck.checks.engine.lincheck.Programs.collect;
import static org.vmacheck.checks.engine.lincheck.Programs.judge;
import static org.vmacheck.checks.engine.lincheck.Programs.set;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.HeldLock;

class LincheckEngineTest {

  private static Setup storeBuffering(Set<String> seen) {
    return memory -> {
      Word x = memory.word("x", 0);
      Word y = memory.word("y", 0);
      return Programs.of(
          collect(seen, 2),
          () -> {
            x.writeOnce(1);
            return y.readOnce();
          },
          () -> {
            y.writeOnce(1);
            return x.readOnce();
          });
    };
  }

  /** 42 is what Lincheck needs for the four accesses themselves, with nothing added around them. */
  @Test
  void aUsedUpTreeIsExhaustiveAndHasNoSwitchPointsButTheAccesses() {
    Set<String> seen = set();
    Verdict verdict = judge(storeBuffering(seen));
    assertThat(seen).containsExactly("0 1", "1 0", "1 1");
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.HOLDS);
    assertThat(verdict.exhaustive()).isTrue();
    assertThat(verdict.executions()).isEqualTo(42);
    assertThat(verdict.detail()).contains("used up under sequential consistency");
  }

  @Test
  void aSampleIsNotExhaustive() {
    Verdict verdict = new LincheckEngine(41).judge(storeBuffering(set()), Settings.defaults());
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.HOLDS);
    assertThat(verdict.exhaustive()).isFalse();
    assertThat(verdict.executions()).isEqualTo(41);
    assertThat(verdict.detail()).startsWith("not refuted in 41 invocations");
  }

  @Test
  void theBudgetEndsBetweenTwoInvocations() {
    Settings none = Settings.defaults().withBudget(Duration.ZERO);
    Verdict verdict = new LincheckEngine().judge(storeBuffering(set()), none);
    assertThat(verdict.executions()).isEqualTo(1);
    assertThat(verdict.exhaustive()).isFalse();
    assertThat(verdict.detail()).startsWith("not refuted in 1 invocations");
  }

  @Test
  void aRefutationShowsTheStepsOfTheFailingInterleaving() {
    Verdict verdict = judge(Canary::checkThenSet);
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.VIOLATED);
    Counterexample shown = verdict.counterexample().orElseThrow();
    assertThat(shown.finding().kind()).isEqualTo(KernelBug.Kind.INVARIANT);
    assertThat(shown.summary()).isEqualTo("claim: two threads won the flag");
    assertThat(shown.threads()).containsExactly("A", "B");
    assertThat(shown.steps())
        .extracting(step -> step.access() + " " + step.location() + " " + step.values())
        .containsExactly(
            "test_bit flags 0", "test_bit flags 0", "set_bit flags 0 -> 1", "set_bit flags 1 -> 1");
    assertThat(shown.steps()).extracting(Counterexample.Step::thread).contains(0, 1);
    assertThat(shown.engineText()).contains("access(\"READ_ONCE\", \"flags\")", "switch");
  }

  @Test
  void stepsNameTheLocksHeld() {
    Verdict verdict =
        judge(
            memory -> {
              SpinLock lock = memory.spinLock("ptl");
              Word x = memory.word("pte", 0);
              return Programs.of(
                  Programs.never("0", 1),
                  () -> {
                    lock.lock();
                    long value = x.readOnce();
                    lock.unlock();
                    return value;
                  });
            });
    assertThat(verdict.counterexample().orElseThrow().steps())
        .extracting(step -> step.access() + " " + step.location() + " " + names(step))
        .containsExactly("spin_lock ptl [ptl]", "READ_ONCE pte [ptl]", "spin_unlock ptl []");
  }

  private static List<String> names(Counterexample.Step step) {
    return step.locks().stream().map(HeldLock::name).toList();
  }

  @Test
  void operationsOfOneThreadRunInOrder() {
    List<String> labels = new ArrayList<>();
    judge(
        memory -> {
          labels.clear();
          Word x = memory.word("x", 0);
          return new Program(
              List.of(
                  KernelThread.of(
                      "A",
                      new Operation("first", () -> x.fetchAdd(1)),
                      new Operation("second", () -> x.fetchAdd(1)))),
              outcomes -> labels.add(outcomes.of(0, 0) + " " + outcomes.of(0, 1)));
        });
    assertThat(labels).containsExactly("0 1");
  }

  @Test
  void anOopsOfTheModelIsAFinding() {
    LongSupplier oops =
        () -> {
          throw new IllegalStateException("pte of nowhere");
        };
    Verdict verdict = judge(memory -> Programs.of(Programs.NOTHING, oops));
    Counterexample shown = verdict.counterexample().orElseThrow();
    assertThat(shown.finding().kind()).isEqualTo(KernelBug.Kind.EXCEPTION);
    assertThat(shown.summary()).contains("pte of nowhere", "A");
  }

  /**
   * A thread stopped by a finding keeps its locks; the others must not be left to wait for them.
   */
  @Test
  void theFirstFindingEndsTheRunForThreadsThatWait() {
    Verdict verdict =
        judge(
            memory -> {
              SpinLock lock = memory.spinLock("ptl");
              return Programs.of(
                  Programs.NOTHING,
                  () -> {
                    lock.lock();
                    throw new KernelBug(KernelBug.Kind.ASSERTION, "vma_assert_locked", "it is not");
                  },
                  () -> {
                    lock.lock();
                    lock.unlock();
                    return 0;
                  });
            });
    assertThat(verdict.counterexample().orElseThrow().finding().kind())
        .isEqualTo(KernelBug.Kind.ASSERTION);
  }

  /** Lincheck is told of no place to switch, as if it could not instrument the memory. */
  @Test
  void anEngineThatPassesTheCanaryHasNoVerdicts() {
    LincheckEngine blind = new LincheckEngine(LincheckEngine.MOST_INVOCATIONS, List.of());
    Verdict verdict = blind.run(Canary::checkThenSet, Settings.defaults());
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.HOLDS);
    assertThat(verdict.exhaustive()).as("as far as it can see").isTrue();
    assertThatThrownBy(() -> blind.judge(Canary::checkThenSet, Settings.defaults()))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("wrong on purpose");
  }
}
