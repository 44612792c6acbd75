package org.vmacheck.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.Counterexamples;
import org.vmacheck.checks.Counterexamples.Found;

/**
 * Reports of real counterexamples as a reader sees them in a pipe. When a report changes on
 * purpose, {@code mvn test -pl model,stress,checks -Dtest=GoldenTest -Dgolden.update=true
 * -Dsurefire.failIfNoSpecifiedTests=false} writes them anew, the README's own example among them;
 * the difference is to be read before it is committed.
 */
class GoldenTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final Path README = Path.of("..", "README.md");
  private static final int WIDTH = 100;
  private static final String FENCE = "```\n";

  /** The one that the README shows. */
  private static final String EXAMPLE = "C61-guard-vs-mprotect-6.19-lkmm";

  static Stream<String> names() {
    return Stream.of(
        EXAMPLE,
        "C59-smaps-after-guard-6.19-sc",
        "C59-sticky-merge-vs-retract-7.1-lkmm",
        "C61-guard-vs-madvise-6.19-sc",
        "C61-guard-vs-mlock-6.19-lkmm",
        "C61-guard-vs-mprotect-7.1-sc",
        "C62-guard-vs-merge-new-7.1-lkmm",
        "C63-guard-vs-merge-existing-6.19-lkmm",
        "C64-guard-vs-split-7.1-sc",
        "C65-guard-vs-clear-refs-6.19-lkmm",
        "A1-guard-vs-retract-7.3-without-test-maybe-guard-lkmm",
        "A2-guard-vs-retract-7.3-without-retest-under-ptl-sc",
        "A3-guard-vs-retract-7.3-without-flag-before-marker-sc",
        "A4-guard-vs-merge-new-6.19-sc",
        "A5-sticky-merge-7.3-without-return-merged-flags-sc",
        "A6-guard-vs-mprotect-6.19-sc",
        "A6-i-guard-vs-merge-existing-6.19-sc",
        "A6-ii-guard-vs-split-6.19-lkmm",
        "A7-sticky-merge-vs-retract-6.18-sc",
        "A11-guard-vs-retract-7.3-without-pmd-same-sc");
  }

  private static String report(String name) {
    Found found = Counterexamples.named(name);
    return CounterexampleText.of(found.result(), found.counterexample(), WIDTH);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aReportIsAsItWas(String name) throws IOException {
    Path file = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, report(name));
    }
    assertThat(report(name)).isEqualTo(Files.readString(file));
  }

  @Test
  void noReportIsKeptThatNobodyCompares() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names().map(name -> name + ".txt").toList());
    }
  }

  @Test
  void theReadmeShowsWhatIsPrinted() throws IOException {
    String readme = Files.readString(README);
    int begin = readme.indexOf(FENCE + "-".repeat(20));
    int end = readme.indexOf(FENCE, begin + FENCE.length());
    String block = readme.substring(begin + FENCE.length(), end);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(README, readme.replace(block, report(EXAMPLE)));
      return;
    }
    assertThat(block).isEqualTo(report(EXAMPLE));
  }
}
