package org.vmacheck.checks.litmus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.litmus.LitmusFiles;
import org.vmacheck.checks.litmus.syntax.LitmusReader;
import org.vmacheck.checks.litmus.syntax.LitmusTest;

/**
 * The explorer against the enumeration: two ways to all executions under LKMM that have only the
 * axioms in common. The explorer leaves load buffering out.
 */
class ExplorerAgreementTest {

  static Stream<Path> tests() throws Exception {
    return LitmusFiles.below(List.of(Path.of("src/test/resources/litmus"))).stream();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void theExplorerVisitsWhatTheEnumerationFinds(Path file) throws Exception {
    LitmusTest test = LitmusReader.read(Files.readString(file));
    LitmusResult enumerated = Enumeration.run(test);
    LitmusResult explored = Exploration.run(test);

    assertThat(explored.states()).isEqualTo(withoutLoadBuffering(enumerated));
    if (enumerated.loadBuffering().orElseThrow().isEmpty()) {
      assertThat(explored.positive()).isEqualTo(enumerated.positive());
      assertThat(explored.negative()).isEqualTo(enumerated.negative());
      assertThat(explored.dataRace()).isEqualTo(enumerated.dataRace());
    }
  }

  private static Map<String, Long> withoutLoadBuffering(LitmusResult result) {
    Map<String, Long> left = new TreeMap<>(result.states());
    result
        .loadBuffering()
        .orElseThrow()
        .forEach((state, count) -> left.merge(state, -count, Long::sum));
    left.values().removeIf(count -> count == 0);
    return left;
  }
}
