package org.vmacheck.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Expect;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.report.Question;
import org.vmacheck.checks.report.Result;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.release.Release;

/** Every counterexample that the explorer finds in the catalogue, under each memory model. */
public final class Counterexamples {

  /**
   * One of them.
   *
   * @param name a file could have it: {@code C61-guard-vs-mprotect-6.19-sc}
   */
  public record Found(String name, Setup setup, Result result) {

    public Counterexample counterexample() {
      return result.verdict().counterexample().orElseThrow();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A question whose answer the book says to be a counterexample. */
  private record Asked(
      Page page, Heading heading, Expect expect, Release kernel, MemoryModelName model) {

    Question question() {
      return Counterexamples.question(page, heading, expect, kernel, model);
    }

    String name() {
      return (question().id() + "-" + kernel.name() + "-" + model.text()).replaceAll("[/ ,]", "-");
    }

    Found found() {
      Setup setup = PageProgram.on(kernel, page);
      Verdict verdict = new ExploreEngine().judge(setup, Settings.defaults().withModel(model));
      return new Found(name(), setup, Result.of(question(), verdict));
    }
  }

  private static final Map<String, Asked> ASKED = asked(kernels -> kernels);

  // looking for them takes seconds, and several tests want them
  private static final Map<String, Found> FOUND = new ConcurrentHashMap<>();

  private Counterexamples() {}

  /** Of each expectation the one on its newest kernel; the others differ in little. */
  public static Stream<Found> all() {
    return asked(kernels -> kernels.subList(kernels.size() - 1, kernels.size())).keySet().stream()
        .map(Counterexamples::named);
  }

  public static Found named(String name) {
    Asked asked =
        Optional.ofNullable(ASKED.get(name))
            .orElseThrow(() -> new AssertionError(name + " is none of " + ASKED.keySet()));
    return FOUND.computeIfAbsent(name, unknown -> asked.found());
  }

  private static Map<String, Asked> asked(UnaryOperator<List<Release>> choice) {
    Map<String, Asked> asked = new TreeMap<>();
    for (Page page : Book.shipped().pages()) {
      for (Expect expect : page.expects()) {
        if (expect.expectation().isHolds()) {
          continue;
        }
        List<Heading> headings = new ArrayList<>(List.of(page.headings().get(0)));
        page.heading(expect.as()).ifPresent(headings::add);
        for (Release kernel : choice.apply(List.copyOf(new LinkedHashSet<>(expect.kernels())))) {
          for (MemoryModelName model : MemoryModelName.values()) {
            if (expect.models().isEmpty() || expect.models().contains(model)) {
              for (Heading heading : headings) {
                Asked one = new Asked(page, heading, expect, kernel, model);
                asked.put(one.name(), one);
              }
            }
          }
        }
      }
    }
    return asked;
  }

  private static Question question(
      Page page, Heading heading, Expect expect, Release kernel, MemoryModelName model) {
    String id = heading.id() + "/" + page.slug();
    return new Question(
        id,
        heading.id(),
        heading.isRace() ? Question.Kind.RACE : Question.Kind.CLAIM,
        heading.sentence(),
        page.scenario(),
        "explore",
        model,
        kernel.name(),
        Optional.of(expect.expectation()),
        (heading.isRace() ? "reproduce " : "check ") + id + " --kernel " + kernel.version(),
        id + " --kernel " + kernel.version());
  }
}
