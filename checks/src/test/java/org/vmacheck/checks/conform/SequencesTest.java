package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Making, reading and shrinking sequences, which needs no kernel. */
class SequencesTest {

  @Test
  void aSeedAlwaysMakesTheSameSequence() {
    assertThat(Generator.sequence(5, 30, true)).isEqualTo(Generator.sequence(5, 30, true));
    assertThat(Generator.sequence(5, 30, true)).isNotEqualTo(Generator.sequence(6, 30, true));
  }

  @Test
  void everyDrawnStepReadsBackFromItsText() {
    for (int seed = 0; seed < 500; seed++) {
      for (Step step : Generator.sequence(seed, 30, true)) {
        assertThat(Step.parse(step.text())).isEqualTo(step);
      }
    }
  }

  @Test
  void aKernelWithoutGuardRegionsIsNotAskedForThem() {
    for (int seed = 0; seed < 200; seed++) {
      assertThat(Generator.sequence(seed, 30, false))
          .noneMatch(
              step -> step instanceof Step.Advise advise && advise.advice().needsGuardRegions());
    }
  }

  @Test
  void aStepThatIsNoneIsRefusedWithItsText() {
    assertThatThrownBy(() -> Step.parse("prot 1 x 3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("step \"prot 1 x 3\": \"x\" is not a number");
    assertThatThrownBy(() -> Step.parse("write 16 1")).hasMessageContaining("between 0 and 15");
    assertThatThrownBy(() -> Step.parse("lock 1")).hasMessageContaining("argument");
    assertThatThrownBy(() -> Step.parse("jump 1")).hasMessageContaining("not an operation");
  }

  @Test
  void shrinkingLeavesOnlyWhatIsNeeded() {
    List<Step> steps = Generator.sequence(3, 40, true);
    Step needed = new Step.Protect(4, 3, 1);
    List<Step> with = new java.util.ArrayList<>(steps);
    with.add(20, needed);
    List<Step> shrunk =
        new Shrinker(
                candidate ->
                    candidate.stream()
                        .anyMatch(
                            step ->
                                step instanceof Step.Protect protect
                                    && protect.at() <= 5
                                    && protect.at() + protect.pages() > 5
                                    && protect.protection() == 1))
            .shrink(with);
    assertThat(shrunk).hasSize(1);
    assertThat(((Step.Protect) shrunk.get(0)).pages()).isEqualTo(1);
  }

  @Test
  void theModelRunsOnItsOwn() {
    List<String> lines =
        new ModelSide().run(List.of(Step.parse("map 0 4 3 a F 0"), Step.parse("adv 1 2 102")));
    assertThat(Observation.parse(lines.get(1)).areas())
        .containsExactly(new Observation.Area(0, 4, "rw-p", 0, "-", "rd wr mr mw me gu ac"));
    assertThat(Observation.parse(lines.get(1)).pages()).isEqualTo(".GG.............");
  }
}
