package org.vmacheck.checks.engine.explore.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the tests of the explorer would notice: its rules are broken, one at a time, and for each
 * one of the tests must fail. {@code mvn test -P explorer-mutants} tries all of them.
 */
class RuleMutantsTest {

  private static final Path DOCS = Path.of("..", "docs", "explorer.md");
  private static final String HEAD = "| rule | mutant | noticed by |\n| --- | --- | --- |\n";

  static List<RuleMutant> all() {
    return RuleMutant.all();
  }

  static Stream<RuleMutant> some() {
    return all().stream().filter(mutant -> mutant.noticed().startsWith("ShapesTest.")).limit(3);
  }

  static Stream<String> witnesses() {
    return all().stream().map(RuleMutant::noticed).filter(test -> !test.isEmpty()).distinct();
  }

  @ParameterizedTest
  @MethodSource("some")
  void someOfThemAreNoticed(RuleMutant mutant) throws Exception {
    assertThat(Witness.notices(MutatedChecks.by(mutant), mutant.noticed())).isTrue();
  }

  @Tag("explorer-mutants")
  @ParameterizedTest
  @MethodSource("all")
  void eachIsNoticed(RuleMutant mutant) throws Exception {
    MutatedChecks checks = MutatedChecks.by(mutant);
    if (mutant.noticed().isEmpty()) {
      throw new AssertionError(
          Witness.first(checks)
              .map(test -> "to be written down: noticed " + test)
              .orElse("noticed by nothing"));
    }
    assertThat(Witness.notices(checks, mutant.noticed())).isTrue();
  }

  /** Else its failure would say nothing of a mutant. */
  @Tag("explorer-mutants")
  @ParameterizedTest
  @MethodSource("witnesses")
  void aTestThatNoticesDoesNotFailOtherwise(String test) throws Exception {
    assertThat(Witness.notices(MutatedChecks.none(), test)).isFalse();
  }

  /** {@code -Dgolden.update=true} writes the table anew. */
  @Test
  void theTableInTheDocsIsTheList() throws IOException {
    String text = Files.readString(DOCS);
    int begin = text.indexOf(HEAD);
    int end = text.indexOf("\n\n", begin);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCS, text.substring(0, begin) + table() + text.substring(end));
    } else {
      assertThat(text.substring(begin, end)).isEqualTo(table());
    }
  }

  private static String table() {
    return RuleMutant.all().stream()
        .map(
            mutant ->
                "| " + mutant.rule() + " | " + mutant.name() + " | " + mutant.noticed() + " |")
        .collect(Collectors.joining("\n", HEAD, ""));
  }

  @Test
  void theLinesOfEachStandInItsSource() {
    assertThat(all()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(all()).allSatisfy(mutant -> assertThat(mutant.mutated()).isNotEmpty());
    assertThat(all()).extracting(RuleMutant::name).doesNotHaveDuplicates();
  }

  @Test
  void aMutantWhoseLineIsGoneIsAnError() {
    RuleMutant mutant =
        new RuleMutant("gone", "a rule", "X.java", List.of("a();"), List.of("b();"), "");

    assertThat(mutant.appliedTo(List.of("  a();", "c();"))).isEqualTo("b();\nc();");
    assertThatThrownBy(() -> mutant.appliedTo(List.of("c();")))
        .hasMessage("gone: X.java has these lines 0 times: [a();]");
    assertThatThrownBy(() -> mutant.appliedTo(List.of("a();", "a();")))
        .hasMessageContaining("2 times");
  }
}
