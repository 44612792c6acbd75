package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.syscall.Examples;
import org.vmacheck.checks.syscall.SystemCall;

/** Every kind of call is compared with the kernel, or it is said why not. */
class EveryCallTest {

  private static final Set<Ability> EVERYTHING = EnumSet.allOf(Ability.class);

  static List<Class<?>> kinds() {
    return Examples.kinds();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aKindHasAFormForTheKernelOrAReasonWhyNot(Class<?> kind) {
    assertThat(WireForm.has(kind)).isEqualTo(WireForm.whyNotCompared(kind) == null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void twoExamplesAreNeverTheSameToTheKernel(Class<?> kind) {
    if (WireForm.has(kind)) {
      assertThat(Examples.of(kind)).extracting(WireForm::of).doesNotHaveDuplicates();
      assertThat(Examples.of(kind))
          .allSatisfy(
              call ->
                  assertThat(WireForm.of(call))
                      .matches("[a-z_]+\\((-?\\d+(, -?\\d+)*(, [a-z]+)?)?\\)"));
    }
  }

  @Test
  void whatIsComparedIsDrawnAndNothingElse() {
    Set<Class<?>> drawn = new HashSet<>();
    for (int seed = 0; seed < 500; seed++) {
      Generator.sequence(seed, 30, EVERYTHING).forEach(call -> drawn.add(call.getClass()));
    }
    Set<Class<?>> compared = new HashSet<>(Examples.kinds());
    compared.removeIf(kind -> !WireForm.has(kind));
    assertThat(drawn).isEqualTo(compared);
  }

  @Test
  void theKernelKnowsEveryFormAndSeesWhatTheModelSees() throws Exception {
    boolean names = ThisMachine.assumeComparable().abilities().contains(Ability.NAMES);
    List<SystemCall> calls =
        Examples.calls().stream()
            .filter(call -> WireForm.has(call.getClass()))
            .filter(call -> names || !(call instanceof SystemCall.SetAnonVmaName))
            .toList();
    ConformanceResult result = Conformance.of(calls, new ThisKernel(), Optional.empty()).run();
    assertThat(result.difference())
        .as(result.difference() == null ? "" : result.difference().report("", calls.size()))
        .isNull();
    assertThat(result.calls()).isEqualTo(calls.size());
  }
}
