package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.jcstress.Effort;
import org.vmacheck.checks.engine.jcstress.Jdk;
import org.vmacheck.checks.engine.jcstress.StressResult;
import org.vmacheck.checks.engine.jcstress.StressRun;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.report.StressReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmacheck stress}: memory-ordering questions to this machine. */
@Command(
    name = "stress",
    description = "Ask this machine about memory ordering, with JCStress (it takes some minutes).",
    mixinStandardHelpOptions = true)
final class StressCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description =
          "Files, tests, claims or races: Speculation, C25 (default: all; see: vmacheck list"
              + " tests).")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "BRIEF",
      description =
          "brief: ten seconds a test; quick, default, tough: JCStress's own, half a minute to an"
              + " hour a test (default: brief).")
  private Effort effort;

  @Option(
      names = "--jdk",
      paramLabel = "DIR",
      description = "The Java installation to ask (default: the newest that is found).")
  private Path jdkHome;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the verdicts as JSON, too.")
  private Path json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<StressRun.Batch> batches = StressTests.named(ids);
    Jdk jdk = jdk();
    PrintWriter out = spec.commandLine().getOut();
    long start = System.nanoTime();
    try (OutputFile file = json == null ? null : OutputFile.open("--json", json);
        // the canary is a batch of its own
        ProgressLine progress = ProgressLine.over(batches.size() + 1);
        StressRun run = new StressRun(jdk, effort, listener(progress))) {
      List<StressResult> results = finish(run, batches, progress, out, jdk);
      out.print(StressReport.text(results, jdk));
      out.flush();
      if (file != null) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        file.write(StressReport.json(Version.text(), results, jdk, time));
      }
      return results.stream().anyMatch(StressResult::showedForbidden)
          ? ExitStatus.NOT_AS_EXPECTED
          : ExitStatus.AS_EXPECTED;
    }
  }

  private static List<StressResult> finish(
      StressRun run, List<StressRun.Batch> batches, ProgressLine progress, PrintWriter out, Jdk jdk)
      throws IOException, InterruptedException {
    Runnable whatIsKnown =
        () -> {
          run.close();
          progress.close();
          out.println();
          printKnown("Interrupted", run, batches, out, jdk);
        };
    try (Interruption interruption = new Interruption(whatIsKnown)) {
      run.run(batches);
    } catch (EngineFailure failure) {
      progress.close();
      if (!run.results().isEmpty()) {
        printKnown("Failed", run, batches, out, jdk);
      }
      throw failure;
    }
    progress.close();
    return run.results();
  }

  private static void printKnown(
      String why, StressRun run, List<StressRun.Batch> batches, PrintWriter out, Jdk jdk) {
    List<StressResult> results = run.results();
    int asked = batches.stream().mapToInt(batch -> batch.tests().size()).sum();
    out.println(why + ". " + results.size() + " of " + asked + " tests have run:");
    if (!results.isEmpty()) {
      out.print(StressReport.text(results, jdk));
    }
    out.flush();
  }

  private Jdk jdk() {
    if (jdkHome == null) {
      return Jdk.newest();
    }
    if (!Files.isExecutable(jdkHome.resolve("bin").resolve("java"))) {
      throw new InputException("--jdk: there is no bin/java in " + jdkHome);
    }
    return Jdk.at(jdkHome.toAbsolutePath().normalize())
        .orElseThrow(() -> new InputException("--jdk: " + jdkHome + " is not a Java 17 or newer"));
  }

  private static StressRun.Listener listener(ProgressLine progress) {
    return new StressRun.Listener() {
      @Override
      public void batch(String name) {
        progress.next(name);
      }

      @Override
      public void forks(int done, int planned) {
        progress.detail(done + " of " + planned + " forks");
      }
    };
  }
}
