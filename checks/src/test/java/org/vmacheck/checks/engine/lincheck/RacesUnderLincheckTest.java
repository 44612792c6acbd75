package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.races.Race;
import org.vmacheck.checks.races.Races;
import org.vmacheck.model.release.Release;

/**
 * Lincheck refutes the variant of each race, for the reason that the report gave, and does not
 * refute the fixed kernel in the same scenario. The fixed kernel is looked at in a sample only, a
 * little larger than what the variant needed.
 */
class RacesUnderLincheckTest {

  /** The catalogue's races need 1 to 25; what needs many more is worth a look. */
  private static final int INVOCATIONS = 5_000;

  private static final int MORE = 50;

  static List<Race> races() {
    return Races.all();
  }

  @ParameterizedTest
  @MethodSource("races")
  void lincheckRefutesTheVariantAndNotTheFix(Race race) {
    Race.Reproduction reproduction = race.reproduction();
    assumeTrue(
        reproduction.seenUnder() == MemoryModelName.SC, "Lincheck knows sequential consistency");
    Verdict variant = judge(race, reproduction.variant(), INVOCATIONS);
    assertThat(variant.answer()).as(variant.detail()).isEqualTo(Verdict.Answer.VIOLATED);
    assertThat(reproduction.finding().isShownBy(variant.counterexample().orElseThrow()))
        .as(variant.counterexample().orElseThrow().summary())
        .isTrue();
    Verdict fixed = judge(race, reproduction.fixed(), (int) variant.executions() + MORE);
    assertThat(fixed.answer()).as(fixed.detail()).isEqualTo(Verdict.Answer.HOLDS);
  }

  private static Verdict judge(Race race, Release release, int invocations) {
    return new LincheckEngine(invocations)
        .judge(
            race.reproduction().scenario().on(release),
            Settings.defaults().withBudget(Duration.ofMinutes(2)));
  }
}
