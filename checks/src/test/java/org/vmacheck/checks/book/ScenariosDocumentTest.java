package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.model.release.Release;

/** The examples of docs/scenarios.md are pages, and what they expect is true. */
final class ScenariosDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "scenarios.md");

  private static List<Page> examples() throws IOException {
    Matcher blocks =
        Pattern.compile("```mm\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
    List<Page> pages = new ArrayList<>();
    while (blocks.find()) {
      pages.add(PageReader.read("example " + pages.size(), blocks.group(1)));
    }
    return pages;
  }

  static Stream<Arguments> lines() throws IOException {
    return ExpectedLines.of(examples().stream());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void whatItExpectsIsTrue(
      Page page, Release kernel, MemoryModelName model, Expectation expectation) {
    ExpectedLines.check(page, kernel, model, expectation);
  }

  @Test
  void thereAreTenExamplesAndTheSmallestPage() throws IOException {
    assertThat(examples()).hasSize(11);
  }
}
