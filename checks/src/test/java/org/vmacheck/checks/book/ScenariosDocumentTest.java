package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
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
    return examples().stream()
        .flatMap(
            page ->
                page.expects().stream()
                    .flatMap(
                        expect ->
                            expect.kernels().stream()
                                .distinct()
                                .flatMap(
                                    kernel ->
                                        Stream.of(MemoryModelName.values())
                                            .filter(
                                                model ->
                                                    expect.models().isEmpty()
                                                        || expect.models().contains(model))
                                            .map(
                                                model ->
                                                    arguments(
                                                        page,
                                                        kernel,
                                                        model,
                                                        expect.expectation())))));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void whatItExpectsIsTrue(
      Page page, Release kernel, MemoryModelName model, Expectation expectation) {
    Verdict verdict =
        PageProgram.verdict(
            page,
            new ExploreEngine()
                .judge(PageProgram.on(kernel, page), Settings.defaults().withModel(model)));
    assertThat(expectation.isMetBy(verdict))
        .as(
            "%s on %s under %s: %s %s",
            page.source(),
            kernel,
            model,
            verdict.answer(),
            verdict.counterexample().map(one -> one.finding().toString()).orElse(""))
        .isTrue();
  }

  @Test
  void thereAreTenExamplesAndTheSmallestPage() throws IOException {
    assertThat(examples()).hasSize(11);
  }
}
