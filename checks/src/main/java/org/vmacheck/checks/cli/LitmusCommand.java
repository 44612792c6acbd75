package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.litmus.Agreement;
import org.vmacheck.checks.litmus.Expectations;
import org.vmacheck.checks.litmus.HerdText;
import org.vmacheck.checks.litmus.LitmusEngine;
import org.vmacheck.checks.litmus.LitmusFiles;
import org.vmacheck.checks.litmus.Outcome;
import org.vmacheck.checks.litmus.run.LitmusResult;
import org.vmacheck.checks.report.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmacheck litmus}: runs litmus tests of the Linux-kernel memory model. */
@Command(
    name = "litmus",
    description = {
      "Run litmus tests in herd's C format under the Linux-kernel memory model, and print what",
      "herd7 prints; or, with --expect, where they differ from what is expected."
    },
    mixinStandardHelpOptions = true)
final class LitmusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "Tests, or directories with tests (*.litmus) in and below them.")
  private List<Path> arguments = new ArrayList<>();

  @Option(
      names = "--expect",
      paramLabel = "CSV",
      description =
          "Compare with these: path,observation,states,data_race; paths relative to the CSV.")
  private Path expect;

  @Option(
      names = "--engine",
      paramLabel = "E",
      defaultValue = "enumerate",
      description =
          "Way to the executions: enumerate, or explore, which leaves out those with load"
              + " buffering (default: ${DEFAULT-VALUE}).")
  private LitmusEngine engine;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Processors to use (default: all).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the verdicts as JSON, too.")
  private Path json;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (jobs < 1) {
      throw new InputException("-j " + jobs + ": at least one processor is needed");
    }
    List<Path> files = files();
    Optional<Expectations> expectations = expectations();
    if (json == null) {
      return report(run(files), expectations);
    }
    try (OutputFile file = OutputFile.open("--json", json)) {
      List<Outcome> outcomes = run(files);
      int status = report(outcomes, expectations);
      file.write(
          JsonReport.of(
              Version.text(),
              outcomes.stream().map(outcome -> row(outcome, expectations)).toList()));
      return status;
    }
  }

  private List<Path> files() throws IOException {
    try {
      List<Path> files = LitmusFiles.below(arguments);
      if (files.isEmpty()) {
        throw new InputException("no *.litmus in " + arguments.get(0));
      }
      return files;
    } catch (NoSuchFileException missing) {
      throw new InputException("no such file or directory: " + missing.getFile(), missing);
    }
  }

  private Optional<Expectations> expectations() throws IOException {
    if (expect == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Expectations.read(expect));
    } catch (NoSuchFileException missing) {
      throw new InputException("--expect: no such file: " + missing.getFile(), missing);
    } catch (Expectations.Malformed malformed) {
      throw new InputException("--expect: " + malformed.getMessage(), malformed);
    }
  }

  private List<Outcome> run(List<Path> files) throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Outcome>> futures = new ArrayList<>();
      for (Path file : files) {
        futures.add(executor.submit(() -> Outcome.of(file, engine)));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      executor.shutdownNow();
    }
  }

  private int report(List<Outcome> outcomes, Optional<Expectations> expectations) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int status = ExitStatus.AS_EXPECTED;
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Unreadable unreadable) {
        err.println("vmacheck litmus: " + unreadable.message());
        status = ExitStatus.BAD_INPUT;
      }
    }
    if (expectations.isPresent()) {
      Agreement agreement = new Agreement(expectations.get());
      outcomes.forEach(agreement::add);
      agreement.lines().forEach(out::println);
      if (!agreement.isComplete()) {
        status = ExitStatus.worse(status, ExitStatus.NOT_AS_EXPECTED);
      }
    } else {
      status = ExitStatus.worse(status, print(outcomes, out, err));
    }
    out.flush();
    return status;
  }

  /** Prints as herd does. A test without a verdict is bad input when nothing is expected of it. */
  private static int print(List<Outcome> outcomes, PrintWriter out, PrintWriter err) {
    int status = ExitStatus.AS_EXPECTED;
    String separator = "";
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Ran ran) {
        out.print(separator + HerdText.of(ran.result()));
        separator = "\n";
      } else if (outcome instanceof Outcome.Unsupported without) {
        err.println(
            "vmacheck litmus: "
                + without.file()
                + ": not supported: "
                + without.construct().getMessage());
        status = ExitStatus.BAD_INPUT;
      }
    }
    return status;
  }

  private JsonReport.Row row(Outcome outcome, Optional<Expectations> expectations) {
    String expected =
        expectations
            .flatMap(e -> e.of(outcome.file()))
            .map(row -> row.observation().equals("Never") ? "forbidden" : "allowed")
            .orElse(null);
    if (outcome instanceof Outcome.Ran ran) {
      LitmusResult result = ran.result();
      return row(
          ran,
          result.positive() > 0 ? "allowed" : "forbidden",
          expected,
          result.positive() + result.negative(),
          ran.time().toMillis(),
          String.format(
              "Observation %s %d %d; states %d; data race %s",
              result.observation(),
              result.positive(),
              result.negative(),
              result.states().size(),
              result.dataRace() ? "yes" : "no"));
    }
    String why =
        outcome instanceof Outcome.Unsupported without
            ? "not supported: " + without.construct().getMessage()
            : ((Outcome.Unreadable) outcome).message();
    return row(outcome, "inconclusive", expected, 0, 0, why);
  }

  private JsonReport.Row row(
      Outcome outcome,
      String verdict,
      String expected,
      long executions,
      long millis,
      String detail) {
    return new JsonReport.Row(
        outcome.file().toString(),
        "litmus",
        engine == LitmusEngine.ENUMERATE ? "litmus" : engine.text(),
        MemoryModelName.LKMM.text(),
        null,
        verdict,
        expected,
        outcome instanceof Outcome.Ran ran && ran.result().isComplete(),
        executions,
        0,
        millis,
        detail,
        null);
  }
}
