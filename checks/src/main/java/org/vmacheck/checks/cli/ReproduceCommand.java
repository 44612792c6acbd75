package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vmacheck.checks.book.Expect;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.report.RaceTable;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck reproduce}: shows races, and that their fixes hold. */
@Command(
    name = "reproduce",
    description = {
      "Show that a race breaks the kernel that has it, and that its fix holds.",
      "It has to break it for the reason it was reported for, in the same scenario."
    },
    mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions options;

  @Parameters(
      paramLabel = "RACE",
      arity = "0..*",
      description = "Races or single pages, A4, A4/guard-vs-merge-new, or all.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "All races, a line each.")
  private boolean all;

  @Option(
      names = "--cve",
      split = ",",
      paramLabel = "CVE",
      description = "The races that have these numbers: CVE-2025-38554.")
  private List<String> cves = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Catalogue catalogue = vmacheck.catalogue();
    Asking asking = new Asking("reproduce", options);
    for (Engine engine : options.engines(catalogue)) {
      for (Catalogue.Entry entry : races(catalogue)) {
        for (MemoryModelName model : options.modelsOr(strongest(entry), engine)) {
          asking.expected(entry, engine, model, expect -> shows(entry, expect));
          asking.expected(entry, engine, model, expect -> expect.expectation().isHolds());
          asking.described(entry, unspokenOf(entry, model), engine, model);
        }
      }
    }
    if (asking.inquiries().isEmpty()) {
      throw new InputException("there are no races to reproduce");
    }
    PrintWriter out = spec.commandLine().getOut();
    Judging judging =
        all
            ? new Judging(
                out, options, Judging.Form.printed((results, asked) -> RaceTable.of(results)))
            : new Judging(out, options);
    return judging.run(asking.inquiries());
  }

  /** Releases that were named, and that the page says nothing of: whether they have the race. */
  private List<Release> unspokenOf(Catalogue.Entry entry, MemoryModelName model) {
    return options.kernels().releases().stream()
        .filter(release -> entry.page().expected(release, model).isEmpty())
        .toList();
  }

  private List<Catalogue.Entry> races(Catalogue catalogue) {
    if (all) {
      return catalogue.races(List.of("all"));
    }
    if (ids.isEmpty() && cves.isEmpty()) {
      throw new InputException("which race? Name some, or all; see: vmacheck list races");
    }
    List<Catalogue.Entry> races = new ArrayList<>(catalogue.races(ids));
    races.addAll(catalogue.racesOf(cves));
    return races;
  }

  /** Whether a line is the race's: it says so, or there is no other race that it could be. */
  static boolean shows(Catalogue.Entry entry, Expect expect) {
    if (expect.expectation().isHolds()) {
      return false;
    }
    List<Expect> marked = new ArrayList<>();
    String id = entry.heading().id();
    entry.page().expects().stream().filter(other -> other.as().equals(id)).forEach(marked::add);
    boolean alone = entry.page().headings().stream().filter(Heading::isRace).count() == 1;
    return marked.isEmpty() ? alone : marked.contains(expect);
  }

  /** The strongest model that shows the race: a weaker one may break the fixed kernel, too. */
  private static MemoryModelName strongest(Catalogue.Entry entry) {
    return entry.page().expects().stream()
        .filter(expect -> shows(entry, expect))
        .map(ReproduceCommand::strongest)
        .min(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                new InputException(
                    entry.address()
                        + " shows no violation: expected a line 'expect ... violated'"));
  }

  private static MemoryModelName strongest(Expect expect) {
    Set<MemoryModelName> models = expect.models();
    return models.stream().min(Comparator.naturalOrder()).orElse(MemoryModelName.SC);
  }
}
