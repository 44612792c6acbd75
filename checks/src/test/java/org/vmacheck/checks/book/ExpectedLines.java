package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.model.release.Release;

/** What pages expect, a line for each kernel and memory model, and whether it is so. */
final class ExpectedLines {

  private ExpectedLines() {}

  /** Page, kernel, model and expectation; of releases with the same code one is enough. */
  static Stream<Arguments> of(Stream<Page> pages) {
    return pages.flatMap(page -> page.expects().stream().flatMap(expect -> lines(page, expect)));
  }

  private static Stream<Arguments> lines(Page page, Expect expect) {
    return expect.kernels().stream()
        .distinct()
        .flatMap(
            kernel ->
                models(page)
                    .filter(model -> expect.models().isEmpty() || expect.models().contains(model))
                    .map(model -> arguments(page, kernel, model, expect.expectation())));
  }

  /** One thread has the same one execution under each of them. */
  private static Stream<MemoryModelName> models(Page page) {
    return page.threads().size() == 1
        ? Stream.of(MemoryModelName.SC)
        : Stream.of(MemoryModelName.values());
  }

  static void check(Page page, Release kernel, MemoryModelName model, Expectation expectation) {
    Verdict verdict =
        PageProgram.verdict(
            page,
            new ExploreEngine()
                .judge(PageProgram.on(kernel, page), Settings.defaults().withModel(model)));
    String found = verdict.counterexample().map(one -> one.finding().toString()).orElse("nothing");
    assertThat(expectation.isMetBy(verdict))
        .as(
            "%s on %s under %s: %s, found %s: %s",
            page.source(), kernel, model, verdict.answer(), found, verdict.detail())
        .isTrue();
  }
}
