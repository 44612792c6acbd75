package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vmacheck.checks.book.Expect;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.report.Question;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Release;

/** Makes the inquiries of a command: which kernels of a page, under which engine and model. */
final class Asking {

  private final String command;
  private final JudgeOptions options;
  private final List<Inquiry> inquiries = new ArrayList<>();

  /**
   * @param command the word that asks again: {@code check}
   */
  Asking(String command, JudgeOptions options) {
    this.command = command;
    this.options = options;
  }

  List<Inquiry> inquiries() {
    return inquiries;
  }

  /** What the page expects of releases, where a line applies to the model. */
  void expected(
      Catalogue.Entry entry, Engine engine, MemoryModelName model, Predicate<Expect> which) {
    for (Expect expect : entry.page().expects()) {
      if ((expect.models().isEmpty() || expect.models().contains(model)) && which.test(expect)) {
        for (Release kernel : chosen(expect.kernels())) {
          add(entry, kernel, engine, model, Optional.of(expect.expectation()));
        }
      }
    }
  }

  private List<Release> chosen(List<Release> kernels) {
    List<Release> named = options.kernels().releases();
    return kernels.stream()
        .filter(
            kernel ->
                named.isEmpty()
                    || named.stream().anyMatch(one -> one.version().equals(kernel.version())))
        .toList();
  }

  /** Kernels that the user described; the page may expect something of them or not. */
  void described(
      Catalogue.Entry entry, List<Release> kernels, Engine engine, MemoryModelName model) {
    for (Release kernel : kernels) {
      Optional<Expectation> expected =
          entry.page().expected(kernel, model).map(Expect::expectation);
      add(entry, kernel, engine, model, expected);
    }
  }

  private void add(
      Catalogue.Entry entry,
      Release kernel,
      Engine engine,
      MemoryModelName model,
      Optional<Expectation> expected) {
    Page page = entry.page();
    String address = command.equals("run") ? page.source() : entry.address();
    Question question =
        new Question(
            address,
            command.equals("run") ? page.name() : entry.heading().id(),
            kind(entry),
            entry.heading().sentence(),
            page.scenario(),
            engine.name(),
            model,
            kernel.name(),
            expected,
            command + " " + address + arguments(kernel) + " " + options.replay(engine, model),
            address + arguments(kernel));
    inquiries.add(new Inquiry(question, page, kernel, engine, options.settings(model)));
  }

  private Question.Kind kind(Catalogue.Entry entry) {
    if (command.equals("run")) {
      return Question.Kind.SCENARIO;
    }
    return entry.heading().isRace() ? Question.Kind.RACE : Question.Kind.CLAIM;
  }

  /** The options that describe a kernel. */
  static String arguments(Release kernel) {
    return " --kernel "
        + kernel.version()
        + slugs(" --without ", kernel, patch -> !patch.isProposal())
        + slugs(" --with ", kernel, Patch::isProposal);
  }

  private static String slugs(String option, Release kernel, Predicate<Patch> which) {
    List<String> slugs = kernel.asked().stream().filter(which).map(Patch::slug).sorted().toList();
    return slugs.isEmpty() ? "" : option + String.join(",", slugs);
  }
}
