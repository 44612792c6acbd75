package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiFunction;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * The kernel's operations against {@link AddressSpaceSpec}: in every interleaving looked at, the
 * results are those of some order of whole operations, and the invariants hold in the end.
 */
class LinearizabilityTest {

  @Test
  void guardsAndAccesses() {
    check(Operations.Guards.class, Releases.of("6.18"), Invocation::anonymous);
  }

  @Test
  void valuesOfPages() {
    check(Operations.Values.class, Releases.of("6.18"), Invocation::anonymous);
  }

  @Test
  void mappings() {
    check(Operations.Mappings.class, Releases.of("6.18"), Invocation::anonymous);
  }

  @Test
  void guardsAndCollapseOfAFile() {
    check(Operations.Collapse.class, Releases.of("6.18"), Invocation::file);
  }

  /** The same check must be able to fail: retraction that does not look at the flag. */
  @Test
  void aGuardLostToACollapseIsNotLinearizable() {
    Release unchecked = Releases.newest().patched(Patches.named("test-maybe-guard").orElseThrow());
    assertThatThrownBy(() -> check(Operations.Collapse.class, unchecked, Invocation::file))
        .isInstanceOf(LincheckAssertionError.class);
  }

  /** 6.19 loses the flag to mprotect; no result shows it, the invariant does (claim C61). */
  @Test
  void aLostGuardFlagBreaksTheInvariant() throws NoSuchMethodException {
    Actor dirty = new Actor(Operations.Guards.class.getMethod("dirty", int.class), List.of(0));
    Actor install =
        new Actor(Operations.Guards.class.getMethod("guardInstall", int.class), List.of(1));
    Actor protect =
        new Actor(
            Operations.Guards.class.getMethod("mprotect", int.class, int.class), List.of(1, 1));
    Invocation.install(Invocation.scheduled(Releases.of("6.19"), Invocation::anonymous));
    ModelCheckingOptions options =
        ModelChecking.options()
            .iterations(0)
            .addCustomScenario(
                new ExecutionScenario(
                    List.of(dirty), List.of(List.of(install), List.of(protect)), List.of(), null));
    assertThatThrownBy(() -> options.check(Operations.Guards.class))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("guard_without_flag");
  }

  @Test
  void allOfThemOnRealThreads() {
    stress(Operations.Guards.class, Invocation::anonymous);
    stress(Operations.Values.class, Invocation::anonymous);
    stress(Operations.Mappings.class, Invocation::anonymous);
    stress(Operations.Collapse.class, Invocation::file);
  }

  private static void check(
      Class<?> operations, Release release, BiFunction<Release, Memory, Invocation> invocation) {
    Invocation.install(Invocation.scheduled(release, invocation));
    ModelChecking.options().check(operations);
  }

  private static void stress(
      Class<?> operations, BiFunction<Release, Memory, Invocation> invocation) {
    Invocation.install(Invocation.real(Releases.of("6.18"), invocation));
    new StressOptions()
        .iterations(2)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(1)
        .actorsAfter(1)
        .invocationsPerIteration(100)
        .sequentialSpecification(AddressSpaceSpec.class)
        .minimizeFailedScenario(false)
        .check(operations);
  }
}
