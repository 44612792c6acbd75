package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vmacheck.checks.claims.Claim;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.checks.races.Race;
import org.vmacheck.checks.report.Listing;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.model.release.Release;
import org.vmacheck.stress.MemoryOrderQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck list}: what there is to ask about. */
@Command(
    name = "list",
    description = "List what can be asked about.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  private enum Kind {
    CLAIMS,
    RACES,
    KERNELS,
    SCENARIOS,
    ENGINES,
    TESTS;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..*",
      description = "claims, races, kernels, scenarios, engines, tests (default: all).")
  private List<String> kinds = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Kind> shown =
        kinds.isEmpty()
            ? Arrays.asList(Kind.values())
            : kinds.stream().map(ListCommand::kind).toList();
    out.print(shown.stream().map(this::listing).collect(Collectors.joining("\n")));
    out.flush();
    return ExitStatus.AS_EXPECTED;
  }

  private static Kind kind(String typed) {
    List<String> known = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind.text().equalsIgnoreCase(typed)) {
        return kind;
      }
      known.add(kind.text());
    }
    throw new InputException("no list of '" + typed + "'" + Nearest.hint(typed, known, "lists"));
  }

  private String listing(Kind kind) {
    Catalogue catalogue = vmacheck.catalogue();
    return switch (kind) {
      case CLAIMS ->
          new Listing("claim", "expected", "sentence", "source")
              .all(catalogue.claims(), ListCommand::row)
              .text();
      case RACES ->
          new Listing("race", "", "standing", "versions", "what goes wrong")
              .all(catalogue.races(), ListCommand::row)
              .text();
      case KERNELS -> new Listing("kernel").all(catalogue.kernels(), ListCommand::row).text();
      case SCENARIOS ->
          new Listing("scenario", "what happens")
              .all(catalogue.scenarios(), ListCommand::row)
              .text();
      case ENGINES ->
          new Listing("engine", "memory models").all(catalogue.engines(), ListCommand::row).text();
      case TESTS ->
          new Listing("test", "claims and races", "question")
              .all(MemoryOrderQuestion.all(), ListCommand::row)
              .text();
    };
  }

  private static List<String> row(Claim claim) {
    String expected =
        claim.cases().stream()
            .flatMap(one -> one.expected().entrySet().stream())
            .map(entry -> entry.getKey() + " " + entry.getValue().text())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return List.of(claim.id(), expected, claim.sentence(), claim.source());
  }

  private static List<String> row(Race race) {
    Race.Report report = race.report();
    return List.of(
        race.id(), race.alias(), report.standing().text(), report.versions(), race.title());
  }

  private static List<String> row(Release release) {
    return List.of(release.name());
  }

  private static List<String> row(MemoryOrderQuestion question) {
    return List.of(question.name(), String.join(", ", question.ids()), question.sentence());
  }

  private static List<String> row(Scenario scenario) {
    return List.of(scenario.id(), scenario.title());
  }

  private static List<String> row(Engine engine) {
    return List.of(
        engine.name(),
        engine.models().stream().map(MemoryModelName::text).collect(Collectors.joining(", ")));
  }
}
