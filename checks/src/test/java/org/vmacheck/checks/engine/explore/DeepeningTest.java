package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.SearchOrder;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;

/** The order by departures, against the executions as they come, on programs drawn by chance. */
class DeepeningTest {

  private static final int PROGRAMS = 300;

  @ParameterizedTest
  @EnumSource(MemoryModelName.class)
  void roundByRoundItSeesEachExecutionOnce(MemoryModelName model) {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      TinyProgram program = TinyProgram.draw(seed, seed % 2 == 0);
      Exploration plain = new Exploration(program, model);

      Exploration rounds = Exploration.byDepartures(program, model);

      assertThat(rounds.states).as("%d: %s", seed, program).isEqualTo(plain.states);
      assertThat(rounds.executions).as("%d: %s", seed, program).isEqualTo(plain.executions);
      assertThat(rounds.blocked).as("%d: %s", seed, program).isEqualTo(plain.blocked);
      assertThat(rounds.deadlock).as("%d: %s", seed, program).isEqualTo(plain.deadlock);
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryModelName.class)
  void aVerdictThatHoldsCountsTheSameExecutions(MemoryModelName model) {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      TinyProgram program = TinyProgram.draw(seed, seed % 2 == 0);
      Settings settings = Settings.defaults().withModel(model);
      Set<List<Long>> states = new HashSet<>();
      Set<List<Long>> statesInOrder = new HashSet<>();

      Verdict plain = ExploreEngine.verdict(memory -> program.on(memory, states), settings);
      Verdict inOrder =
          ExploreEngine.verdict(
              memory -> program.on(memory, statesInOrder),
              settings.withOrder(SearchOrder.FEW_DEPARTURES_FIRST));

      assertThat(inOrder.answer()).as("%d: %s", seed, program).isEqualTo(plain.answer());
      if (plain.answer() == Answer.HOLDS) {
        assertThat(inOrder.detail()).as("%d: %s", seed, program).isEqualTo(plain.detail());
        assertThat(statesInOrder).as("%d: %s", seed, program).isEqualTo(states);
      }
    }
  }

  @Test
  void aLostUpdateNeedsOneDeparture() {
    Settings settings =
        Settings.defaults()
            .withModel(MemoryModelName.SC)
            .withOrder(SearchOrder.FEW_DEPARTURES_FIRST);

    Verdict verdict = ExploreEngine.verdict(Canary::lostUpdate, settings);

    assertThat(verdict.answer()).isEqualTo(Answer.VIOLATED);
    assertThat(verdict.executions()).isEqualTo(2);
  }

  @Test
  void aSearchThatEndsEarlySaysWhatItHasSeenAllOf() {
    Search search = new Search(Settings.defaults());
    assertThat(search.bound()).isEmpty();

    search.sawUpTo(3);

    assertThat(search.bound()).contains("with up to 3 departures every execution was seen");
  }
}
