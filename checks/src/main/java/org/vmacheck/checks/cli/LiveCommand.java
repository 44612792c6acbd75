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
import org.vmacheck.checks.cli.LivePrograms.Program;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.Allowed;
import org.vmacheck.checks.live.Guest;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.NotExported;
import org.vmacheck.checks.live.RunningKernel;
import org.vmacheck.checks.live.TestReport;
import org.vmacheck.checks.live.drive.DriveReport;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;
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

  private static final Duration BUDGET = Duration.ofSeconds(30);

  private static final int MOST_ROUNDS = 1_000_000_000;

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
      defaultValue = "10",
      description = "How long each page runs on each kernel; default ${DEFAULT-VALUE}.")
  private int seconds;

  @Mixin private DriveOptions drive;

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
    try (LivePrograms programs = new LivePrograms()) {
      List<OnePage> pages = asked();
      boolean wrong = false;
      for (Host host : hosts(pages)) {
        wrong |= run(host, compile(programs, pages, host));
      }
      return wrong ? ExitStatus.NOT_AS_EXPECTED : ExitStatus.AS_EXPECTED;
    } catch (IOException failed) {
      throw new InputException(failed.getMessage(), failed);
    }
  }

  private List<Host> hosts(List<OnePage> pages) throws IOException {
    List<Path> chosen = new ArrayList<>(images);
    for (String series : kernels) {
      chosen.add(FetchedKernel.of(series).vmlinuz());
    }
    if (chosen.isEmpty()) {
      return List.of(new RunningKernel());
    }
    Duration perPage = Duration.ofSeconds(seconds + 30L);
    int threads =
        pages.stream().mapToInt(one -> one.entry().page().threads().size()).max().orElse(1);
    return chosen.stream().<Host>map(image -> new Guest(image, perPage, threads)).toList();
  }

  private List<OnePage> asked() throws IOException {
    if (isAll()) {
      return vmacheck.catalogue().pages().stream().map(OnePage::of).toList();
    }
    Map<String, OnePage> pages = new LinkedHashMap<>();
    for (String address : addresses) {
      for (OnePage one : OnePage.all(vmacheck.catalogue(), address)) {
        pages.put(one.name(), one);
      }
    }
    return List.copyOf(pages.values());
  }

  private boolean isAll() {
    return addresses.contains("all");
  }

  /** Makes a program of every page; those of 'all' that cannot be exported are named. */
  private List<Program> compile(LivePrograms programs, List<OnePage> pages, Host host)
      throws IOException {
    Release release = LiveResult.release(host.kernel()).orElse(Releases.newest());
    List<Program> made = new ArrayList<>();
    for (OnePage one : pages) {
      try {
        made.add(programs.of(one, drive, release));
      } catch (NotExported not) {
        if (!isAll()) {
          throw new InputException(one.name() + " is not exported: " + not.getMessage(), not);
        }
        line(one.name() + ": not exported, " + not.getMessage());
      }
    }
    return made;
  }

  private boolean run(Host host, List<Program> programs) throws IOException {
    String rounds = String.valueOf(drive.driven() ? DRIVEN_ROUNDS : MOST_ROUNDS);
    List<String> arguments = List.of("-s", String.valueOf(seconds), "-r", rounds);
    List<List<String>> printed =
        host.run(programs.stream().map(one -> new Host.Job(one.executable(), arguments)).toList());
    boolean wrong = false;
    for (int i = 0; i < printed.size(); i++) {
      wrong |= isWrong(programs.get(i), printed.get(i));
    }
    return wrong;
  }

  private boolean isWrong(Program program, List<String> printed) {
    TestReport report = TestReport.parse(printed);
    Optional<Release> release = LiveResult.release(report.kernel());
    Optional<Allowed> allowed =
        report.outcomes().isEmpty()
            ? Optional.empty()
            : release.map(of -> Allowed.of(program.page(), of, BUDGET));
    LiveResult result = new LiveResult(program.name(), report, allowed);
    line(LiveText.answer(result));
    LiveText.outcomes(result, verbose).forEach(this::line);
    if (program.plan().isPresent()) {
      DriveReport.parse(printed)
          .ifPresent(
              told ->
                  LiveText.drive(program.plan().get(), told, report.kernel()).forEach(this::line));
    }
    return result.answer() == LiveResult.Answer.NOT_ALLOWED
        || result.answer() == LiveResult.Answer.BROKEN;
  }

  private void line(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
