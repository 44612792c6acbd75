package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.report.JsonReport;
import org.vmacheck.checks.report.Result;
import org.vmacheck.checks.report.Result.Standing;
import org.vmacheck.checks.report.TextReport;
import org.vmacheck.model.memory.KernelBug;

/** One run: asks every question in turn, and reports. */
final class Judging {

  private final PrintWriter out;
  private final JudgeOptions options;
  private final BiFunction<List<Result>, Integer, String> brief;
  private final Map<List<Object>, Verdict> known = new HashMap<>();
  private final List<Result> results = new CopyOnWriteArrayList<>();

  Judging(PrintWriter out, JudgeOptions options) {
    this(out, options, TextReport::of);
  }

  /** With a report of its own for who does not want to see every step. */
  Judging(PrintWriter out, JudgeOptions options, BiFunction<List<Result>, Integer, String> brief) {
    this.out = out;
    this.options = options;
    this.brief = brief;
  }

  /**
   * Asks and reports.
   *
   * @return the {@link ExitStatus}
   */
  int run(List<Inquiry> inquiries) throws IOException {
    try (OutputFile json = jsonFile();
        Interruption interruption = new Interruption(() -> reportInterrupted(json, inquiries))) {
      try (ProgressLine progress = ProgressLine.over(inquiries.size())) {
        Allowance allowance = options.allowance();
        for (Inquiry inquiry : inquiries) {
          results.add(answer(inquiry, allowance, progress));
        }
      }
      interruption.close();
      out.print(text());
      out.flush();
      if (json != null) {
        json.write(
            JsonReport.of(Version.text(), results.stream().map(JsonReport.Row::of).toList()));
      }
    }
    return results.stream().mapToInt(Judging::status).reduce(0, ExitStatus::worse);
  }

  private OutputFile jsonFile() {
    Path file = options.json();
    return file == null ? null : OutputFile.open("--json", file);
  }

  private Result answer(Inquiry inquiry, Allowance allowance, ProgressLine progress) {
    progress.next(inquiry.question());
    long start = System.nanoTime();
    try {
      // several releases may have the same code where the page looks
      Verdict verdict = known.get(inquiry.sameAs());
      if (verdict == null) {
        Settings settings = inquiry.settings().withBudget(allowance.next()).withProgress(progress);
        verdict =
            inquiry.engine().judge(PageProgram.on(inquiry.kernel(), inquiry.page()), settings);
        checkModelHeld(inquiry, verdict);
        verdict = PageProgram.verdict(inquiry.page(), verdict);
        known.put(inquiry.sameAs(), verdict);
      }
      return Result.of(inquiry.question(), verdict);
    } catch (EngineFailure failure) {
      return Result.failed(
          inquiry.question(), failure, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** A path that throws anything but a finding is a fault of vmacheck, and no verdict. */
  private static void checkModelHeld(Inquiry inquiry, Verdict verdict) {
    verdict
        .counterexample()
        .filter(found -> found.finding().kind() == KernelBug.Kind.EXCEPTION)
        .ifPresent(
            found -> {
              throw new EngineFailure(
                  "a path of the model failed: "
                      + found.summary()
                      + "; scenario: "
                      + inquiry.page().scenario());
            });
  }

  private String text() {
    return options.verbose()
        ? TextReport.inFull(results, known.size())
        : brief.apply(results, known.size());
  }

  private void reportInterrupted(OutputFile json, List<Inquiry> inquiries) {
    out.println();
    out.println("Interrupted. " + results.size() + " of " + inquiries.size() + " judged so far:");
    if (!results.isEmpty()) {
      out.print(text());
    }
    out.flush();
    if (json != null) {
      json.close();
    }
  }

  private static int status(Result result) {
    if (result.standing() == Standing.ENGINE_FAILED) {
      return ExitStatus.INTERNAL_ERROR;
    }
    if (result.isAsExpected()) {
      return ExitStatus.AS_EXPECTED;
    }
    return result.verdict().answer() == Answer.INCONCLUSIVE
        ? ExitStatus.INCONCLUSIVE
        : ExitStatus.NOT_AS_EXPECTED;
  }
}
