package org.vmacheck.checks.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** C58 to C70 under every memory model, exhaustively. */
final class GuardClaimsTest {

  /** 7.1 with a barrier behind the writer's wait for readers. */
  private static final Release ACQUIRING =
      Releases.of("7.1").patched(Patches.named("acquire-after-wait").orElseThrow());

  static Stream<Arguments> cases() {
    return GuardClaims.all().stream()
        .flatMap(claim -> claim.cases().stream())
        .distinct()
        .flatMap(
            one ->
                Releases.all().stream()
                    .flatMap(
                        release ->
                            Stream.of(MemoryModelName.values())
                                .filter(model -> one.expectation(release, model).isPresent())
                                .map(model -> arguments(one, release, model))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyVerdictIsAsExpectedAndExhaustiveWhereItHolds(
      Claim.Case one, Release release, MemoryModelName model) {
    Verdict verdict = judge(one.scenario(), release, model);
    assertThat(one.expectation(release, model).orElseThrow().isMetBy(verdict.answer()))
        .as("%s on %s under %s: %s", one.scenario().id(), release, model, verdict)
        .isTrue();
    assertThat(verdict.exhaustive()).isEqualTo(verdict.answer() == Answer.HOLDS);
    assertThat(verdict.executions()).isPositive();
  }

  /** What facts.md expects of guard install under the VMA read lock, and this model confirms. */
  @Test
  void theQuestionsOfGuardInstallUnderTheVmaLockAreAnsweredWithACounterexample() {
    assertThat(
            List.of(
                GuardScenarios.MPROTECT,
                GuardScenarios.MADVISE,
                GuardScenarios.MLOCK,
                GuardScenarios.MERGE_EXISTING,
                GuardScenarios.SPLIT))
        .allSatisfy(
            scenario -> {
              Verdict verdict = judge(scenario, Releases.of("6.19"), MemoryModelName.SC);
              assertThat(verdict.answer()).isEqualTo(Answer.VIOLATED);
              assertThat(verdict.counterexample().orElseThrow().summary())
                  .contains("guard_without_flag");
            });
  }

  @Test
  void aBarrierBehindTheWaitForReadersMendsWhatOnlyWeakMemoryShows() {
    assertThat(List.of(GuardScenarios.CLEAR_REFS, GuardScenarios.MERGE_NEW))
        .allSatisfy(
            scenario -> {
              assertThat(judge(scenario, Releases.of("7.1"), MemoryModelName.LKMM).answer())
                  .isEqualTo(Answer.VIOLATED);
              assertThat(judge(scenario, ACQUIRING, MemoryModelName.LKMM).answer())
                  .isEqualTo(Answer.HOLDS);
            });
  }

  private static Verdict judge(Scenario scenario, Release release, MemoryModelName model) {
    return new ExploreEngine().judge(scenario.on(release), Settings.defaults().withModel(model));
  }
}
