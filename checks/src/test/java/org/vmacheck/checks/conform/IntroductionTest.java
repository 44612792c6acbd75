package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vmacheck.model.release.Patches;

class IntroductionTest {

  @Test
  void aKernelWithoutTheZeroPageIsComparedWithAModelThatHasNone() throws Unavailable {
    Introduction without = Introduction.parse("ready kernel=6.18.44-x window=1 seals=1 zero=0");

    assertThat(without.patches()).containsExactly("forbid-zero-page");
    assertThat(without.patches()).allMatch(name -> Patches.named(name).isPresent());
    assertThat(without.abilities()).containsExactly(Ability.SEALS);
    assertThat(Introduction.parse("ready kernel=7.3 window=1 zero=1").patches()).isEmpty();
  }
}
