package org.vmacheck.checks.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.LoadBuffering;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Progress;
import org.vmacheck.checks.engine.Reduction;
import org.vmacheck.checks.engine.SearchOrder;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.kept.KeptVerdicts;
import org.vmacheck.checks.live.UserCache;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that judges. */
final class JudgeOptions {

  @Mixin private KernelOptions kernels;

  @Option(
      names = "--engine",
      split = ",",
      paramLabel = "E",
      description = "Engines to ask (default: the first of: vmacheck list engines).")
  private List<String> engines = new ArrayList<>();

  @Option(
      names = "--model",
      split = ",",
      paramLabel = "M",
      description =
          "Memory models: sc, tso, lkmm (default: the weakest that the engine knows, of a race the"
              + " strongest that shows it).")
  private List<MemoryModelName> models = new ArrayList<>();

  @Option(
      names = "--budget",
      paramLabel = "T",
      converter = Budget.class,
      description =
          "Time for each judgement: 500ms, 30s, 5m, 1h (default: 450s shared by all, 30s at most).")
  private Duration budget;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of what is drawn by chance (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Processors to use (default: all).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--bounded",
      description =
          "Explore executions with few departures first (docs/explorer.md), so that a budget that"
              + " ends leaves a bound.")
  private boolean bounded;

  @Option(
      names = "--load-buffering",
      description =
          "Under lkmm, explore executions with load buffering, too (docs/explorer.md): every"
              + " execution that the model allows, at a multiple of the time.")
  private boolean loadBuffering;

  @Option(
      names = "--no-reduction",
      description =
          "Explore executions that differ only in which of two equal threads did what, too"
              + " (docs/explorer.md).")
  private boolean plain;

  @Option(
      names = "--afresh",
      defaultValue = "${sys:vmacheck.afresh:-false}",
      description =
          "Explore what an earlier run of the same build has explored to its end, too (default:"
              + " ${DEFAULT-VALUE}).")
  private boolean afresh;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the verdicts as JSON, too.")
  private Path json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print every step of a counterexample, and the engine's own report of it.")
  private boolean verbose;

  KernelOptions kernels() {
    return kernels;
  }

  List<Engine> engines(Catalogue catalogue) {
    return catalogue.engines(engines);
  }

  /** The models to ask an engine about: without a choice the weakest that it knows. */
  List<MemoryModelName> models(Engine engine) {
    List<MemoryModelName> known = engine.models();
    return modelsOr(known.get(known.size() - 1), engine);
  }

  /** The models to ask an engine about: without a choice the given one. */
  List<MemoryModelName> modelsOr(MemoryModelName byDefault, Engine engine) {
    List<MemoryModelName> chosen = models.isEmpty() ? List.of(byDefault) : models;
    for (MemoryModelName model : chosen) {
      if (!engine.models().contains(model)) {
        throw new InputException(
            "engine "
                + engine.name()
                + " does not know --model "
                + model.text()
                + ", only "
                + engine.models().stream()
                    .map(MemoryModelName::text)
                    .collect(Collectors.joining(", ")));
      }
    }
    return chosen;
  }

  /** All but the budget, which an {@link Allowance} gives. */
  Settings settings(MemoryModelName model) {
    if (jobs < 1) {
      throw new InputException("-j " + jobs + ": at least one processor is needed");
    }
    SearchOrder order = bounded ? SearchOrder.FEW_DEPARTURES_FIRST : SearchOrder.AS_THEY_COME;
    Reduction reduction = plain ? Reduction.NONE : Reduction.SYMMETRY;
    LoadBuffering loads = loadBuffering ? LoadBuffering.INCLUDED : LoadBuffering.LEFT_OUT;
    return new Settings(model, Allowance.MOST, seed, jobs, order, reduction, loads, Progress.NONE);
  }

  /** How many questions to these engines may be judged at a time. */
  int atATime(List<Engine> asked) {
    return asked.stream().allMatch(Engine::isConcurrent) ? jobs : 1;
  }

  /** What somebody types to ask the same of one engine, model and kernel. */
  String replay(Engine engine, MemoryModelName model) {
    return "--engine "
        + engine.name()
        + " --model "
        + model.text()
        + (seed == 0 ? "" : " --seed " + seed);
  }

  Allowance allowance() {
    return budget == null ? Allowance.shared(System::nanoTime) : Allowance.each(budget);
  }

  /** What earlier runs have found, if that is wanted. */
  KeptVerdicts kept() {
    return afresh ? KeptVerdicts.none() : KeptVerdicts.in(UserCache.folder().resolve("verdicts"));
  }

  Path json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }
}
