package org.vmacheck.checks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.syscall.Examples;

/** Every kind of call is exported, or it is said why not. */
class CCallTest {

  static List<Class<?>> kinds() {
    return Examples.kinds();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aKindHasAFormInCOrAReasonWhyNot(Class<?> kind) {
    assertThat(CCall.has(kind)).isEqualTo(CCall.whyNot(kind) == null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void twoExamplesAreNeverTheSame(Class<?> kind) {
    if (CCall.has(kind)) {
      assertThat(Examples.of(kind))
          .extracting(call -> CCall.of(call, Caller.of(0, 0)))
          .doesNotHaveDuplicates();
    }
  }
}
