package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.bench.Benchmark;
import org.vmacheck.checks.engine.explore.bench.Count;
import org.vmacheck.checks.engine.explore.bench.Measurement;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.report.JsonReport;
import org.vmacheck.checks.scenario.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmacheck bench}: the explorer's own benchmarks, their counts and rates. */
@Command(
    name = "bench",
    description = {
      "Explore programs whose number of executions is known: counts, and executions per second",
      "after warm-up. A count that is not the known one is status 1."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  private static final double MEGABYTE = 1 << 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "The program (default: all).")
  private String name;

  @Option(names = "--n", paramLabel = "N", description = "Its parameter (default: the largest.)")
  private Integer n;

  @Option(
      names = "--model",
      paramLabel = "M",
      defaultValue = "sc",
      description = "Memory model: sc, tso, lkmm (default: ${DEFAULT-VALUE}).")
  private MemoryModelName model;

  @Option(
      names = "--symmetry",
      description =
          "Leave out executions that differ only in which of two equal threads did what; no count"
              + " is known then.")
  private boolean reduced;

  @Option(
      names = "--warm-up",
      paramLabel = "T",
      defaultValue = "2s",
      converter = Budget.class,
      description = "Time to warm up for each program (default: ${DEFAULT-VALUE}).")
  private Duration warmUp;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
  private Path json;

  @Override
  public Integer call() throws IOException {
    List<Benchmark> benchmarks = name == null ? Benchmark.all() : List.of(named());
    if (n != null && name == null) {
      throw new InputException("--n " + n + ": it goes with the name of a program");
    }
    if (n != null && (n < 1 || n > 64)) {
      throw new InputException("--n " + n + ": it is at least 1 and at most 64");
    }
    if (json == null) {
      return run(benchmarks, new ArrayList<>());
    }
    try (OutputFile file = OutputFile.open("--json", json)) {
      List<JsonReport.Row> rows = new ArrayList<>();
      int status = run(benchmarks, rows);
      file.write(JsonReport.of(Version.text(), rows));
      return status;
    }
  }

  private Benchmark named() {
    return Benchmark.named(name)
        .orElseThrow(
            () ->
                new InputException(
                    "no benchmark '"
                        + name
                        + "'; there are "
                        + String.join(", ", Benchmark.names())));
  }

  private int run(List<Benchmark> benchmarks, List<JsonReport.Row> rows) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-14s %12s %10s %10s %14s %12s%n",
        "program", "executions", "blocked", "ms", "executions/s", "peak heap MB");
    int status = ExitStatus.AS_EXPECTED;
    for (Benchmark benchmark : benchmarks) {
      int parameter = n == null ? benchmark.largest() : n;
      Setup program = benchmark.program().apply(parameter);
      Measurement result =
          Measurement.of(
              () -> reduced ? Count.upToSymmetry(program, model) : Count.of(program, model),
              warmUp);
      Long known =
          model == MemoryModelName.SC && !reduced ? benchmark.executions().get(parameter) : null;
      boolean wrong = known != null && known != result.count().executions();
      out.printf(
          Locale.ROOT,
          "%-14s %12d %10d %10.1f %14.0f %12.0f%s%n",
          benchmark.id(parameter),
          result.count().executions(),
          result.count().blocked(),
          result.nanos() / 1e6,
          result.rate(),
          result.peakHeapBytes() / MEGABYTE,
          wrong ? "  expected " + known : "");
      out.flush();
      rows.add(row(benchmark.id(parameter), result, wrong));
      status = wrong ? ExitStatus.NOT_AS_EXPECTED : status;
    }
    return status;
  }

  private JsonReport.Row row(String id, Measurement result, boolean wrong) {
    return new JsonReport.Row(
        id,
        "bench",
        "explore",
        model.text(),
        "",
        wrong ? "violated" : "holds",
        "holds",
        true,
        result.count().executions(),
        result.count().blocked(),
        result.nanos() / 1_000_000,
        String.format(
            Locale.ROOT,
            "%.0f executions per second after warm-up, peak heap %.0f MB",
            result.rate(),
            result.peakHeapBytes() / MEGABYTE),
        null);
  }
}
