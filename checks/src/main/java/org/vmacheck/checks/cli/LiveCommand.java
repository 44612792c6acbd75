package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.CProgram;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.NotExported;
import org.vmacheck.checks.live.RunningKernel;
import org.vmacheck.checks.live.TemporaryFolder;
import org.vmacheck.checks.live.guest.Guest;
import org.vmacheck.checks.report.LiveReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck live}: puts pages to real kernels. */
@Command(
    name = "live",
    description = {
      "Run pages on a real kernel and compare what it shows with what the model allows.",
      "Status 1 if the kernel shows what the model of its release does not have."
    },
    mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {

  private static final int SECONDS = 10;

  /** With no other limit a page ends once it has found as much, which is enough for a rate. */
  private static final int FOUND = 20;

  /** As many show whether a plan is followed. */
  private static final int DRIVEN_ROUNDS = 100;

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FILE.mm",
      arity = "1..*",
      description = "Pages, or 'all' for every page of the book that can be exported.")
  private List<String> addresses;

  @Option(
      names = "--image",
      paramLabel = "VMLINUZ",
      description = "A kernel to run under QEMU; without it the running kernel. Repeatable.")
  private List<Path> images = List.of();

  @Option(
      names = "--kernel",
      paramLabel = "SERIES",
      description =
          "The same, of a kernel that 'vmacheck kernels get' has fetched: 7.3. Repeatable.")
  private List<String> kernels = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = {
        "How long each page runs on each kernel; default "
            + SECONDS
            + ", or until what it asks about",
        "was found " + FOUND + " times."
      })
  private Integer seconds;

  @Option(
      names = "--budget",
      paramLabel = "T",
      converter = Budget.class,
      description = "Instead: how long all pages run on all kernels, as 30s, 5m or 1h.")
  private Duration budget;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = {
        "Rounds of each page on each kernel at most; default: as many as there is time,",
        "and with --drive " + DRIVEN_ROUNDS + "."
      })
  private Integer runs;

  @Mixin private DriveOptions drive;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print every outcome, not only those that are wrong.")
  private boolean verbose;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
  private Path json;

  @Override
  public Integer call() throws Exception {
    check();
    List<Path> guests = guests();
    try (OutputFile file = json == null ? null : OutputFile.open("--json", json);
        TemporaryFolder folder = TemporaryFolder.named("vmacheck-live")) {
      List<OnePage> pages = exported();
      int each = secondsEach(pages.size() * Math.max(1, guests.size()));
      LivePrograms programs = new LivePrograms(folder, drive, limits(each));
      LiveRun run =
          new LiveRun(
              spec.commandLine().getOut(), host -> programs.on(host, pages, this::line), verbose);
      List<LiveResult> results = run.on(hosts(guests, pages, each));
      if (file != null) {
        file.write(LiveReport.json(Version.text(), results));
      }
      return results.stream().mapToInt(LiveCommand::status).reduce(0, ExitStatus::worse);
    } catch (IOException failed) {
      throw new InputException(failed.getMessage(), failed);
    }
  }

  private void check() {
    if (seconds != null && seconds < 1) {
      throw new InputException("--seconds: expected at least 1, found " + seconds);
    }
    if (seconds != null && budget != null) {
      throw new InputException("--seconds and --budget do not go together");
    }
    if (runs != null && runs < 1) {
      throw new InputException("--runs: expected at least 1, found " + runs);
    }
    images.forEach(GuestImage::at);
  }

  private int secondsEach(int programs) {
    if (budget == null) {
      return seconds == null ? SECONDS : seconds;
    }
    return (int) Math.max(1, budget.toSeconds() / Math.max(1, programs));
  }

  private static int status(LiveResult result) {
    return switch (result.answer()) {
      case NOT_ALLOWED, BROKEN -> ExitStatus.NOT_AS_EXPECTED;
      case UNKNOWN ->
          result.allowed().isPresent() ? ExitStatus.INCONCLUSIVE : ExitStatus.AS_EXPECTED;
      case CONFIRMED, NOT_SEEN, AGREES, SKIPPED -> ExitStatus.AS_EXPECTED;
    };
  }

  private List<Path> guests() throws IOException {
    List<Path> chosen = new ArrayList<>(images);
    for (String series : kernels) {
      chosen.add(GuestImage.of(series));
    }
    return chosen;
  }

  private Limits limits(int each) {
    Limits limits = Limits.ofSeconds(each);
    if (runs != null) {
      return limits.withRounds(runs);
    } else if (drive.driven()) {
      return limits.withRounds(DRIVEN_ROUNDS);
    }
    return seconds == null && budget == null ? limits.withFound(FOUND) : limits;
  }

  /** A thread that is held has its processor to itself. */
  private int processors(List<OnePage> pages) {
    return drive.driven()
        ? pages.stream().mapToInt(one -> one.entry().page().threads().size()).max().orElse(1)
        : 1;
  }

  private List<Host> hosts(List<Path> guests, List<OnePage> pages, int each) {
    // a program that hangs ends itself, which leaves the guest to the others
    Duration silence = Duration.ofSeconds(each + 60L);
    return guests.isEmpty()
        ? List.of(new RunningKernel())
        : guests.stream().<Host>map(image -> new Guest(image, silence, processors(pages))).toList();
  }

  /** The pages that are asked for; those of 'all' that cannot be exported are named. */
  private List<OnePage> exported() throws IOException {
    boolean all = addresses.contains("all");
    Map<String, OnePage> pages = new LinkedHashMap<>();
    for (OnePage one : asked(all)) {
      try {
        CProgram.of(one.entry().page(), one.name(), one.text());
        pages.putIfAbsent(one.name(), one);
      } catch (NotExported not) {
        if (!all) {
          throw new InputException(one.name() + " is not exported: " + not.getMessage(), not);
        }
        line(one.name() + ": not exported, " + not.getMessage());
      }
    }
    return List.copyOf(pages.values());
  }

  private List<OnePage> asked(boolean all) throws IOException {
    List<OnePage> pages = new ArrayList<>();
    if (all) {
      for (Catalogue.Entry entry : vmacheck.catalogue().pages()) {
        pages.add(new OnePage(entry));
      }
      return pages;
    }
    for (String address : addresses) {
      pages.addAll(OnePage.all(vmacheck.catalogue(), address));
    }
    return pages;
  }

  private void line(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
