package org.vmacheck.checks.engine.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.jcstress.StressResult.Expected;
import org.vmacheck.checks.engine.jcstress.StressResult.Outcome;

/** The file {@code jcstress-results-*.bin.gz} that a run leaves in its working directory. */
final class ResultBlob {

  private ResultBlob() {}

  /**
   * What the run in this directory found, in the order of the tests asked for.
   *
   * @param asked the tests that the run was to run, as JCStress names them
   * @throws EngineFailure if the results are not exactly of these tests, or a test did not run well
   */
  static List<StressResult> read(Path directory, List<String> asked) throws IOException {
    InProcessCollector collected = new InProcessCollector();
    DiskReadCollector reader = new DiskReadCollector(find(directory).toString(), collected);
    try {
      reader.dump();
    } catch (ClassNotFoundException unknown) {
      throw new EngineFailure("the results of JCStress cannot be read: " + unknown, unknown);
    } finally {
      reader.close();
    }
    List<TestResult> merged = ReportUtils.mergedByName(collected.getTestResults());
    mustBe(asked, merged.stream().map(TestResult::getName).toList());
    return merged.stream()
        .sorted(Comparator.comparingInt(result -> asked.indexOf(result.getName())))
        .map(ResultBlob::result)
        .toList();
  }

  private static Path find(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".bin.gz"))
          .findFirst()
          .orElseThrow(
              () -> new EngineFailure("JCStress ended without results; it needs two processors"));
    }
  }

  /** JCStress drops tests that it cannot schedule, and ends as if nothing had happened. */
  static void mustBe(List<String> asked, List<String> got) {
    Set<String> missing = new TreeSet<>(asked);
    missing.removeAll(got);
    if (got.size() != asked.size() || !missing.isEmpty()) {
      throw new EngineFailure(
          "JCStress was asked for "
              + asked.size()
              + " tests and has results of "
              + got.size()
              + (missing.isEmpty() ? "" : "; missing: " + String.join(", ", missing))
              + " (each needs two processors)");
    }
  }

  private static StressResult result(TestResult result) {
    if (result.status() != Status.NORMAL) {
      throw new EngineFailure(
          "JCStress could not run "
              + result.getName()
              + ": "
              + result.status()
              + result.getMessages().stream().findFirst().map(m -> ", " + m).orElse(""));
    }
    if (result.getTotalCount() == 0) {
      throw new EngineFailure("JCStress has no samples of " + result.getName());
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (GradingResult graded : result.grading().gradingResults.values()) {
      outcomes.add(new Outcome(graded.id, graded.count, expected(graded), graded.description));
    }
    return new StressResult(result.getName(), outcomes);
  }

  private static Expected expected(GradingResult graded) {
    return switch (graded.expect) {
      case ACCEPTABLE -> Expected.ACCEPTABLE;
      case ACCEPTABLE_INTERESTING -> Expected.INTERESTING;
      // an outcome that the test does not name is as bad as one that it forbids
      case FORBIDDEN, UNKNOWN -> Expected.FORBIDDEN;
    };
  }
}
