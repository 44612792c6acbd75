package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.mutants.Mutation;
import org.vmacheck.checks.mutants.Notice;
import org.vmacheck.checks.mutants.Reached;
import org.vmacheck.checks.mutants.Reasons;
import org.vmacheck.checks.mutants.Result;
import org.vmacheck.checks.mutants.Trial;
import org.vmacheck.checks.mutants.Trials;
import org.vmacheck.checks.mutants.Weakening;
import org.vmacheck.checks.report.CounterexampleText;
import org.vmacheck.checks.report.Listing;
import org.vmacheck.checks.report.Question;
import org.vmacheck.checks.report.Width;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck need}: which claims fail without a lock, a barrier or an ordering. */
@Command(
    name = "need",
    description = {
      "Which claims need this lock, barrier or ordering? Each page that fails without it, and how.",
      "Whoever wants to remove one asks this first. No page is no proof: see what comes by it."
    },
    mixinStandardHelpOptions = true)
final class NeedCommand implements Callable<Integer> {

  /** Those that take a step away; a step that comes late or early is another question. */
  private static final List<Weakening> REMOVALS =
      List.of(
          Weakening.DROPPED,
          Weakening.AS_READ,
          Weakening.WEAKER,
          Weakening.WITHOUT_ACQUIRE,
          Weakening.WITHOUT_RELEASE,
          Weakening.SPLIT,
          Weakening.PASSES);

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;
  @Mixin private TrialOptions options;

  @Parameters(
      paramLabel = "TEXT",
      arity = "1..*",
      description =
          "What the place, the step or the line contains: smp_mb, 'spin_lock(ptl)', vma_start_write"
              + " mprotect, VmaLockRefcount.java:68.")
  private List<String> words;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print every step of a counterexample.")
  private boolean verbose;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Trial trial = options.trial(vmacheck.catalogue());
    List<Reached> chosen =
        options.chosen(trial, words).stream()
            .filter(one -> REMOVALS.contains(one.mutation().weakening()))
            .toList();
    if (chosen.isEmpty()) {
      throw new InputException("nothing of '" + String.join(" ", words) + "' can be taken away");
    }
    Reasons reasons = Reasons.shipped();
    try (ProgressLine progress = ProgressLine.over(chosen.size())) {
      Trials.run(
              trial,
              chosen,
              true,
              options.jobs(),
              result -> progress.next(result.reached().mutation().place()))
          .forEach(result -> out.println(text(result, reasons)));
    }
    out.flush();
    return ExitStatus.AS_EXPECTED;
  }

  private String text(Result result, Reasons reasons) {
    Mutation mutation = result.reached().mutation();
    StringBuilder text = new StringBuilder();
    text.append(mutation.sentence()).append('\n');
    text.append("  ").append(mutation.site()).append(":  ").append(mutation.code()).append('\n');
    int pages = result.reached().pages().size();
    String comeBy = pages + (pages == 1 ? " page comes" : " pages come") + " by it";
    if (!result.noticed()) {
      text.append("Nothing notices; ").append(comeBy);
      reasons.why(mutation).ifPresent(why -> text.append(". ").append(why));
      return text.append('\n').toString();
    }
    text.append("Needed; ").append(comeBy).append(":\n");
    text.append(
        new Listing("page", "model", "finds", "claim")
            .all(result.notices(), NeedCommand::row)
            .text());
    result.notices().stream()
        .filter(notice -> notice.verdict().counterexample().isPresent())
        .findFirst()
        .ifPresent(notice -> text.append(counterexample(mutation, notice)));
    return text.toString();
  }

  private static List<String> row(Notice notice) {
    return List.of(notice.where(), notice.model().text(), notice.found(), notice.page().sentence());
  }

  private String counterexample(Mutation mutation, Notice notice) {
    Page page = notice.page();
    Heading heading = page.headings().get(0);
    Question question =
        new Question(
            page.address(),
            heading.id(),
            heading.isRace() ? Question.Kind.RACE : Question.Kind.CLAIM,
            heading.sentence(),
            page.scenario(),
            "explore",
            notice.model(),
            notice.kernel().name() + ", where " + mutation.sentence(),
            Optional.empty(),
            "need " + String.join(" ", words.stream().map(word -> "'" + word + "'").toList()),
            "");
    Counterexample found = notice.verdict().counterexample().orElseThrow();
    var result = org.vmacheck.checks.report.Result.of(question, notice.verdict());
    return verbose
        ? CounterexampleText.inFull(result, found.withoutReplay(), Width.ofOutput())
        : CounterexampleText.of(result, found.withoutReplay(), Width.ofOutput());
  }
}
