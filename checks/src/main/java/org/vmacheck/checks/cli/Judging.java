package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.kept.KeptVerdicts;
import org.vmacheck.checks.report.JsonReport;
import org.vmacheck.checks.report.Question;
import org.vmacheck.checks.report.Result;
import org.vmacheck.checks.report.Result.Standing;
import org.vmacheck.checks.report.TextReport;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.checks.workers.Workers;
import org.vmacheck.model.memory.KernelBug;

/** One run: asks every question, as many at a time as there are processors for, and reports. */
final class Judging {

  /**
   * What came of a question.
   *
   * @param verdict null where the engine failed
   * @param failure null where it did not
   */
  private record Answered(Verdict verdict, EngineFailure failure, Duration time) {}

  private final PrintWriter out;
  private final JudgeOptions options;

  /**
   * Several releases may have the same code where the page looks: such a question is asked once.
   */
  private final Map<List<Object>, Future<Answered>> asked = new LinkedHashMap<>();

  /**
   * How a run is reported.
   *
   * @param text what is printed, given the results and how many different questions were asked
   * @param json what {@code --json} writes
   */
  record Form(BiFunction<List<Result>, Integer, String> text, Function<List<Result>, String> json) {

    /** A line a verdict, and the first counterexample. */
    static Form list() {
      return printed(TextReport::of);
    }

    /** With a text of its own, and a JSON of verdicts. */
    static Form printed(BiFunction<List<Result>, Integer, String> text) {
      return new Form(text, results -> JsonReport.of(Version.text(), JsonReport.rows(results)));
    }
  }

  private final Form form;
  private final KeptVerdicts kept;
  private final AtomicInteger known = new AtomicInteger();
  private final List<Result> results = new CopyOnWriteArrayList<>();

  Judging(PrintWriter out, JudgeOptions options) {
    this(out, options, Form.list());
  }

  /** With a report of its own for who does not want to see every step. */
  Judging(PrintWriter out, JudgeOptions options, Form form) {
    this.out = out;
    this.options = options;
    this.form = form;
    this.kept = options.kept();
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
        ask(inquiries, progress);
      }
      interruption.close();
      out.print(text());
      if (known.get() > 0) {
        out.println(
            known + " of them are known from an earlier run of this build; --afresh asks again.");
      }
      out.flush();
      if (json != null) {
        json.write(form.json().apply(results));
      }
    }
    return results.stream().mapToInt(Judging::status).reduce(0, ExitStatus::worse);
  }

  private OutputFile jsonFile() {
    Path file = options.json();
    return file == null ? null : OutputFile.open("--json", file);
  }

  private void ask(List<Inquiry> inquiries, ProgressLine progress) {
    Allowance allowance = options.allowance();
    ExecutorService workers =
        Workers.daemons(
            options.atATime(inquiries.stream().map(Inquiry::engine).toList()), "judging");
    try {
      for (Inquiry inquiry : inquiries) {
        asked.computeIfAbsent(
            inquiry.sameAs(), same -> workers.submit(() -> answer(inquiry, allowance, progress)));
      }
      for (Inquiry inquiry : inquiries) {
        results.add(result(inquiry.question(), asked.get(inquiry.sameAs()).get()));
      }
    } catch (ExecutionException fault) {
      // a page that this kernel refuses, for instance
      throw fault.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("a question could not be judged", fault.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private Answered answer(Inquiry inquiry, Allowance allowance, ProgressLine progress) {
    progress.next(inquiry.question());
    long start = System.nanoTime();
    Engine engine = inquiry.engine();
    Setup setup = PageProgram.on(inquiry.kernel(), inquiry.page());
    try {
      Optional<Verdict> before = kept.of(inquiry.sameAs(), replay -> engine.again(setup, replay));
      if (before.isPresent()) {
        known.incrementAndGet();
        return new Answered(PageProgram.verdict(inquiry.page(), before.get()), null, Duration.ZERO);
      }
      Settings settings = inquiry.settings().withBudget(allowance.next()).withProgress(progress);
      Verdict verdict = engine.judge(setup, settings);
      checkModelHeld(inquiry, verdict);
      if (engine.isDeterministic()) {
        kept.keep(inquiry.sameAs(), verdict);
      }
      return new Answered(PageProgram.verdict(inquiry.page(), verdict), null, Duration.ZERO);
    } catch (EngineFailure failure) {
      return new Answered(null, failure, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static Result result(Question question, Answered answered) {
    return answered.failure() == null
        ? Result.of(question, answered.verdict())
        : Result.failed(question, answered.failure(), answered.time());
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
        ? TextReport.inFull(results, judged())
        : form.text().apply(results, judged());
  }

  private int judged() {
    return (int) asked.values().stream().filter(Future::isDone).count();
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
