package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmacheck.checks.book.PageFailure;
import org.vmacheck.checks.conform.Conformance;
import org.vmacheck.checks.conform.ConformanceResult;
import org.vmacheck.checks.conform.ConformanceText;
import org.vmacheck.checks.conform.Difference;
import org.vmacheck.checks.conform.GivenCalls;
import org.vmacheck.checks.conform.GuestConformance;
import org.vmacheck.checks.conform.KernelRelease;
import org.vmacheck.checks.conform.Settings;
import org.vmacheck.checks.conform.Unavailable;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.Guest;
import org.vmacheck.checks.live.KernelImages;
import org.vmacheck.checks.report.JsonReport;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vmacheck conform}: the model against the running kernel. */
@Command(
    name = "conform",
    description = {
      "Compare the model with the running kernel: random sequences of mmap, munmap, mprotect,",
      "madvise, mlock, mremap, fork and accesses, compared after every call."
    },
    mixinStandardHelpOptions = true)
final class ConformCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the first sequence; the others follow from it (default: 1).")
  private long seed;

  @Option(
      names = "--sequences",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many sequences (default: ${DEFAULT-VALUE}).")
  private int sequences;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "30",
      description = "Calls a sequence (default: ${DEFAULT-VALUE}).")
  private int length;

  @Option(
      names = "--budget",
      paramLabel = "T",
      converter = Budget.class,
      description = "Time for all of it: 500ms, 30s, 5m, 1h (default: none).")
  private Duration budget;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Processors to use (default: all).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--steps",
      paramLabel = "S",
      description =
          "Compare just these calls: 'mmap(0, 4, PROT_READ, MAP_FIXED); munmap(1, 1)'. The file"
              + " that they can map is f.")
  private String steps;

  @Option(
      names = "--kernel",
      paramLabel = "SERIES",
      description = {
        "Compare with this kernel under QEMU, and with the model of its release: 7.3.",
        "'vmacheck kernels get' fetches it."
      })
  private String series;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the verdict as JSON, too.")
  private Path json;

  private ConformProgress progress;

  /** The kernel that is compared. */
  private String kernel = KernelRelease.name();

  @Override
  public Integer call() throws Exception {
    requireBetween("--sequences", sequences, 1, 1_000_000_000);
    requireBetween("--length", length, 1, 1000);
    requireBetween("--jobs", jobs, 1, 1024);
    Settings settings = new Settings(seed, sequences, length, budget, jobs);
    try (OutputFile file = json == null ? null : OutputFile.open("--json", json)) {
      if (series != null) {
        ConformanceResult result = inGuest(settings);
        if (file != null) {
          file.write(JsonReport.of(Version.text(), List.of(row(result))));
        }
        return status(result);
      }
      Conformance conformance =
          steps == null ? Conformance.withModel(settings, progress()) : Conformance.of(given());
      ConformanceResult result = run(conformance);
      if (file != null) {
        file.write(JsonReport.of(Version.text(), List.of(row(result))));
      }
      return status(result);
    }
  }

  private ConformanceResult inGuest(Settings settings) throws IOException {
    if (steps != null) {
      throw new InputException("--steps and --kernel do not go together");
    }
    KernelImages.Image image = FetchedKernel.of(series);
    Release release =
        image
            .release()
            .orElseThrow(
                () -> new InputException("--kernel: the model does not know " + image.kernel()));
    kernel = image.kernel();
    Guest guest = new Guest(image.vmlinuz(), Duration.ofSeconds(60 + sequences), 1);
    PrintWriter out = spec.commandLine().getOut();
    try {
      ConformanceResult result = new GuestConformance(settings, guest, release).run();
      out.print(ConformanceText.of(result, kernel, length));
      out.flush();
      return result;
    } catch (Unavailable | IOException failed) {
      throw new InputException(failed.getMessage(), failed);
    }
  }

  private ConformanceResult run(Conformance conformance) throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ConformProgress line = progress;
    try (Interruption interruption = new Interruption(() -> interrupted(conformance))) {
      ConformanceResult result;
      try {
        result = conformance.run();
      } catch (Unavailable missing) {
        out.println("skipped: everything: " + missing.getMessage());
        result = conformance.snapshot(false);
      } finally {
        if (line != null) {
          line.close();
        }
      }
      interruption.close();
      out.print(ConformanceText.of(result, kernel, length));
      out.flush();
      return result;
    }
  }

  private ConformProgress progress() {
    progress = ConformProgress.over(sequences);
    return progress;
  }

  private void interrupted(Conformance conformance) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println("Interrupted. So far:");
    out.print(ConformanceText.of(conformance.snapshot(false), kernel, length));
    out.flush();
  }

  private static int status(ConformanceResult result) {
    if (result.difference() != null) {
      return ExitStatus.NOT_AS_EXPECTED;
    }
    if (result.sequences() == 0) {
      return ExitStatus.INTERNAL_ERROR;
    }
    return result.complete() ? ExitStatus.AS_EXPECTED : ExitStatus.INCONCLUSIVE;
  }

  private JsonReport.Row row(ConformanceResult result) {
    Difference difference = result.difference();
    String verdict =
        difference != null
            ? "violated"
            : result.complete() && result.sequences() > 0 ? "holds" : "inconclusive";
    return new JsonReport.Row(
        "conform",
        "conform",
        "live",
        "sc",
        kernel,
        verdict,
        "holds",
        false,
        result.sequences(),
        0,
        result.nanos() / 1_000_000,
        ConformanceText.summary(result, kernel),
        difference == null ? null : difference.calls().stream().map(ConformCommand::step).toList());
  }

  private static JsonReport.Step step(SystemCall call) {
    return new JsonReport.Step("process", call.text(), "", "", "", "", List.of());
  }

  private List<SystemCall> given() {
    try {
      return GivenCalls.read(steps);
    } catch (PageFailure failure) {
      throw new ParameterException(spec.commandLine(), failure.in("--steps"), failure);
    }
  }

  private void requireBetween(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), option + ": " + value + " is not between " + least + " and " + most);
    }
  }
}
