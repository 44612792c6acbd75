package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vmacheck.checks.book.PageFailure;
import org.vmacheck.checks.conform.Conformance;
import org.vmacheck.checks.conform.ConformanceResult;
import org.vmacheck.checks.conform.ConformanceText;
import org.vmacheck.checks.conform.Difference;
import org.vmacheck.checks.conform.GivenCalls;
import org.vmacheck.checks.conform.GuestKernel;
import org.vmacheck.checks.conform.HelperHost;
import org.vmacheck.checks.conform.Settings;
import org.vmacheck.checks.conform.ThisKernel;
import org.vmacheck.checks.conform.Unavailable;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.report.JsonReport;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vmacheck conform}: the model against a kernel. */
@Command(
    name = "conform",
    description = {
      "Compare the model with the running kernel, or one under QEMU: random sequences of mmap, munmap, mprotect,",
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
      description = "A kernel to run under QEMU that 'vmacheck kernels get' has fetched: 7.3.")
  private String series;

  @Option(
      names = "--image",
      paramLabel = "VMLINUZ",
      description = "The same, of an image of your own.")
  private Path image;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "Compare with the model of this release (default: the kernel's own).")
  private String release;

  @Mixin private PatchOptions patches;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the verdict as JSON, too.")
  private Path json;

  private ConformProgress progress;

  @Override
  public Integer call() throws Exception {
    requireBetween("--sequences", sequences, 1, 1_000_000_000);
    requireBetween("--length", length, 1, 1000);
    requireBetween("--jobs", jobs, 1, 1024);
    Settings settings = new Settings(seed, sequences, length, budget, jobs);
    HelperHost host = host();
    Optional<Release> asked = asked();
    try (OutputFile file = json == null ? null : OutputFile.open("--json", json)) {
      Conformance conformance =
          steps == null
              ? new Conformance(settings, host, asked, progress())
              : Conformance.of(given(), host, asked);
      ConformanceResult result = run(conformance);
      if (file != null) {
        file.write(JsonReport.of(Version.text(), List.of(row(result))));
      }
      return status(result);
    }
  }

  private HelperHost host() throws IOException {
    if (series != null && image != null) {
      throw new InputException("--kernel and --image do not go together");
    } else if (image != null) {
      return new GuestKernel(GuestImage.at(image));
    }
    return series == null ? new ThisKernel() : new GuestKernel(GuestImage.of(series));
  }

  private Optional<Release> asked() {
    if (release == null && !patches.isEmpty()) {
      throw new InputException("--with and --without need a --release to change");
    }
    return Optional.ofNullable(release)
        .map(name -> patches.patched(List.of(KernelOptions.release(name))).get(0));
  }

  /** What it takes to compare with the same kernel and release again. */
  private String options() {
    StringBuilder options = new StringBuilder();
    if (series != null) {
      options.append("--kernel ").append(series).append(' ');
    }
    if (image != null) {
      options.append("--image ").append(image).append(' ');
    }
    if (release != null) {
      options.append("--release ").append(release).append(' ').append(patches.text());
    }
    return options.toString();
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
      out.print(ConformanceText.of(result, options(), length));
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
    out.print(ConformanceText.of(conformance.snapshot(false), options(), length));
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
        result.kernel(),
        verdict,
        "holds",
        false,
        result.sequences(),
        0,
        result.nanos() / 1_000_000,
        ConformanceText.summary(result),
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
