package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.Allowed;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.CProgram;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.NotExported;
import org.vmacheck.checks.live.RunningKernel;
import org.vmacheck.checks.live.TestReport;
import org.vmacheck.checks.live.guest.Guest;
import org.vmacheck.checks.live.kernel.KernelName;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Command;
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

  private static final List<String> STATIC = List.of("-O1", "-static", "-pthread");

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
      defaultValue = "10",
      description = "How long each page runs on each kernel; default ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print every outcome, not only those that are wrong.")
  private boolean verbose;

  @Override
  public Integer call() throws Exception {
    if (seconds < 1) {
      throw new InputException("--seconds: expected at least 1, found " + seconds);
    }
    for (Path image : images) {
      if (!Files.isReadable(image)) {
        throw new InputException("--image: cannot read " + image);
      }
    }
    List<Host> hosts = hosts();
    Path folder = Files.createTempDirectory("vmacheck-live");
    try {
      Map<String, Page> pages = new LinkedHashMap<>();
      List<Host.Job> jobs = new ArrayList<>();
      compile(folder, pages, jobs);
      boolean wrong = false;
      for (Host host : hosts) {
        wrong |= run(host, pages, jobs);
      }
      return wrong ? ExitStatus.NOT_AS_EXPECTED : ExitStatus.AS_EXPECTED;
    } catch (IOException failed) {
      throw new InputException(failed.getMessage(), failed);
    } finally {
      delete(folder);
    }
  }

  private List<Host> hosts() throws IOException {
    List<Path> chosen = new ArrayList<>(images);
    for (String series : kernels) {
      chosen.add(FetchedKernel.of(series).vmlinuz());
    }
    if (chosen.isEmpty()) {
      return List.of(new RunningKernel());
    }
    Duration perPage = Duration.ofSeconds(seconds + 30L);
    return chosen.stream().<Host>map(image -> new Guest(image, perPage)).toList();
  }

  /** Makes a program of every page; those of 'all' that cannot be exported are named. */
  private void compile(Path folder, Map<String, Page> pages, List<Host.Job> jobs)
      throws IOException {
    CCompiler compiler =
        CCompiler.onPath()
            .orElseThrow(
                () ->
                    new InputException(
                        "no C compiler (" + String.join(", ", CCompiler.NAMES) + ")"));
    boolean all = addresses.contains("all");
    for (OnePage one : asked(all)) {
      if (pages.containsKey(one.name())) {
        continue;
      }
      try {
        Path program = folder.resolve("t" + pages.size());
        compiler.compile(CProgram.of(one.entry().page(), one.name(), one.text()), program, STATIC);
        pages.put(one.name(), one.entry().page());
        jobs.add(new Host.Job(program, List.of("-s", String.valueOf(seconds), "-r", "1000000000")));
      } catch (NotExported not) {
        if (!all) {
          throw new InputException(one.name() + " is not exported: " + not.getMessage(), not);
        }
        line(one.name() + ": not exported, " + not.getMessage());
      }
    }
  }

  private List<OnePage> asked(boolean all) throws IOException {
    List<OnePage> pages = new ArrayList<>();
    if (all) {
      for (Catalogue.Entry entry : vmacheck.catalogue().pages()) {
        pages.add(OnePage.of(entry));
      }
      return pages;
    }
    for (String address : addresses) {
      pages.addAll(OnePage.all(vmacheck.catalogue(), address));
    }
    return pages;
  }

  private boolean run(Host host, Map<String, Page> pages, List<Host.Job> jobs) throws IOException {
    List<List<String>> printed = host.run(jobs);
    boolean wrong = false;
    int at = 0;
    for (Map.Entry<String, Page> page : pages.entrySet()) {
      TestReport report = TestReport.parse(printed.get(at++));
      Optional<Release> release = new KernelName(report.kernel()).release();
      Optional<Allowed> allowed =
          report.outcomes().isEmpty()
              ? Optional.empty()
              : release.map(of -> Allowed.of(page.getValue(), of, Duration.ofSeconds(30)));
      LiveResult result = new LiveResult(page.getKey(), report, allowed);
      print(result);
      wrong |=
          result.answer() == LiveResult.Answer.NOT_ALLOWED
              || result.answer() == LiveResult.Answer.BROKEN;
    }
    return wrong;
  }

  private void print(LiveResult result) {
    TestReport report = result.report();
    String on = result.page() + " on " + report.kernel() + ": ";
    line(
        on
            + switch (result.answer()) {
              case CONFIRMED ->
                  String.format(
                      "confirmed, %s in %,d of %,d rounds, first at %,d",
                      report.finding(), report.lost(), report.rounds(), report.firstLost());
              case NOT_SEEN ->
                  String.format(
                      "not seen in %,d rounds, the model has %s",
                      report.rounds(), String.join(", ", result.allowed().get().findings()));
              case AGREES -> String.format("agrees with the model in %,d rounds", report.rounds());
              case NOT_ALLOWED ->
                  String.format(
                      "NOT ALLOWED by the model of this release, which is wrong, or the kernel is%s",
                      report.finding().isEmpty() ? "" : ": " + report.finding());
              case UNKNOWN ->
                  result.allowed().isEmpty()
                      ? "the model does not know this release"
                      : "not decided, " + result.allowed().get().detail();
              case SKIPPED -> "skipped, " + report.skipped();
              case BROKEN -> "the program did not come to its end";
            });
    for (TestReport.Outcome outcome : report.outcomes()) {
      boolean allowed = result.allows(outcome);
      String finding = result.finding(outcome);
      if (verbose || !allowed || !finding.isEmpty()) {
        line(
            String.format(
                "  %,9d  %s  %s",
                outcome.count(),
                !allowed ? "not allowed" : finding.isEmpty() ? "allowed" : finding,
                outcome.text()));
      }
    }
  }

  private void line(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
