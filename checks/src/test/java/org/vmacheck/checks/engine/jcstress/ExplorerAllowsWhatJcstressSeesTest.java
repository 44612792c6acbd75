package org.vmacheck.checks.engine.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.stress.MemoryOrderQuestion;

/**
 * Two engines on the same tests. LKMM allows exactly the outcomes that a test does not forbid, so
 * whatever JCStress sees and does not fail for is one that the explorer allows.
 */
class ExplorerAllowsWhatJcstressSeesTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "stress.md");

  static Stream<String> questions() {
    return MemoryOrderQuestion.all().stream().flatMap(question -> question.tests().stream());
  }

  static Stream<String> tests() {
    return Stream.concat(Stream.of(MemoryOrderQuestion.canary()), questions());
  }

  @ParameterizedTest
  @MethodSource("tests")
  void theExplorerAllowsWhatJcstressMaySee(String test) {
    Set<String> allowed = Explored.outcomes(test, MemoryModelName.LKMM);

    TestInfo info = TestList.getInfo(test);
    assertThat(allowed)
        .allSatisfy(outcome -> assertThat(expected(info, outcome)).isNotEqualTo(Expect.FORBIDDEN));
    assertThat(info.cases().stream().filter(named -> named.expect() != Expect.FORBIDDEN))
        .allSatisfy(named -> assertThat(allowed).anyMatch(named::matches));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theDocumentSaysWhichModelAllowsWhatAndX86ShowedNothingElse(String test) throws IOException {
    SortedMap<String, String> strongest = new TreeMap<>();
    for (MemoryModelName model : MemoryModelName.values()) {
      Explored.outcomes(test, model).forEach(seen -> strongest.putIfAbsent(seen, model.name()));
    }

    Map<String, DocumentedOutcome> rows =
        DocumentedOutcome.of(DOCUMENT, MemoryOrderQuestion.shortName(test));
    assertThat(rows.keySet()).containsAll(strongest.keySet());
    assertThat(rows.values())
        .allSatisfy(
            row -> {
              assertThat(row.model()).isEqualTo(strongest.getOrDefault(row.outcome(), "never"));
              if (row.count() > 0) {
                assertThat(row.model()).isIn("SC", "TSO");
              }
            });
  }

  /** What a test says of an outcome, which is forbidden if no case names it. */
  private static Expect expected(TestInfo info, String outcome) {
    return info.cases().stream()
        .filter(named -> named.matches(outcome))
        .map(StateCase::expect)
        .findFirst()
        .orElse(Expect.FORBIDDEN);
  }
}
