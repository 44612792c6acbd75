package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.release.Release;

/**
 * The comparison is seen to fail: deliberate mistakes in the model are found. The build looks for
 * some of them; docs/conformance.md has the table of all.
 */
class MistakesTest {

  private static final int SEQUENCES = 1000;

  private static final Set<String> IN_BUILD =
      Set.of(
          "a forked child's VMA merges like any other",
          "the sticky flag of a merged part is lost",
          "the page offset after a split is off by a page",
          "DONTNEED removes guards",
          "a new anon_vma is never shared with a neighbour");

  static Stream<Map.Entry<String, Release>> mistakes() {
    return Mistakes.all().entrySet().stream()
        .filter(mistake -> IN_BUILD.contains(mistake.getKey()));
  }

  @BeforeAll
  static void thisMachineCanCompare() {
    ThisMachine.assumeComparable();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void isFound(Map.Entry<String, Release> mistake) throws Exception {
    Settings settings = new Settings(1, SEQUENCES, 30, null, 2);
    ConformanceResult result =
        new Conformance(settings, new ThisKernel(), Optional.of(mistake.getValue()), compared -> {})
            .run();
    assertThat(result.difference()).as(mistake.getKey()).isNotNull();
    System.out.printf(
        "conform: \"%s\" shows in sequence %d: %s%n",
        mistake.getKey(), result.difference().number() + 1, result.difference().script());
  }
}
