package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vmacheck.checks.mutants.MutantReport;
import org.vmacheck.checks.mutants.Reached;
import org.vmacheck.checks.mutants.Reasons;
import org.vmacheck.checks.mutants.Result;
import org.vmacheck.checks.mutants.Trial;
import org.vmacheck.checks.mutants.Trials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck mutants}: which steps of the model no page would miss. */
@Command(
    name = "mutants",
    description = {
      "Weaken the newest kernel one step at a time, and see which pages of the book notice.",
      "A step that nothing notices is a hole in the book, unless book/unnoticed.txt says why not."
    },
    mixinStandardHelpOptions = true)
final class MutantsCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;
  @Mixin private TrialOptions options;

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description =
          "Only steps of which the place, the weakening or the line contains each of these:"
              + " pte_offset_map_lock, dropped, Zap.java (default: all).")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "COMMIT",
      description = "Only steps in files of the model, or on pages, that changed since then.")
  private String since;

  @Option(names = "--list", description = "Show the steps and how many pages come by them.")
  private boolean list;

  @Option(
      names = {"-v", "--verbose"},
      description =
          "Show every step with the page that notices it, not only those of which none does.")
  private boolean verbose;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Trial trial = options.trial(vmacheck.catalogue());
    List<Reached> chosen = options.chosen(trial, words);
    if (since != null) {
      ChangedFiles changed = ChangedFiles.since(since);
      chosen = chosen.stream().filter(changed::concern).toList();
    }
    if (list) {
      out.print(MutantReport.listing(chosen));
      return ExitStatus.AS_EXPECTED;
    }
    List<Result> results = new CopyOnWriteArrayList<>();
    Reasons reasons = Reasons.shipped();
    int all = chosen.size();
    try (Interruption interruption =
            new Interruption(
                () -> {
                  out.println("\nInterrupted. " + results.size() + " of " + all + " tried so far:");
                  out.print(new MutantReport(results, reasons).summary());
                  out.flush();
                });
        ProgressLine progress = ProgressLine.over(all)) {
      Trials.run(
          trial,
          chosen,
          false,
          options.jobs(),
          result -> {
            results.add(result);
            progress.next(result.reached().mutation().place());
          });
    }
    MutantReport report = new MutantReport(inOrder(chosen, results), reasons);
    if (verbose) {
      out.println(report.inFull());
    }
    out.print(report.summary());
    List<String> unneeded = words.isEmpty() && since == null ? report.unneededReasons() : List.of();
    unneeded.forEach(reason -> out.println("unnoticed.txt explains what is not there: " + reason));
    out.flush();
    return report.holes().isEmpty() && unneeded.isEmpty()
        ? ExitStatus.AS_EXPECTED
        : ExitStatus.NOT_AS_EXPECTED;
  }

  private static List<Result> inOrder(List<Reached> chosen, List<Result> results) {
    List<Result> sorted = new ArrayList<>(results);
    sorted.sort(Comparator.comparingInt(result -> chosen.indexOf(result.reached())));
    return sorted;
  }
}
