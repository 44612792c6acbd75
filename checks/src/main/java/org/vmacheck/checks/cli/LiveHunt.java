package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.hunt.Trophy;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.NotExported;
import org.vmacheck.checks.live.RunningKernel;
import org.vmacheck.checks.live.TemporaryFolder;
import org.vmacheck.checks.live.guest.Guest;
import org.vmacheck.model.memory.KernelBug;
import picocli.CommandLine.Option;

/** What a hunt finds, put to real kernels at once. */
final class LiveHunt {

  @Option(
      names = "--live",
      description = "Put what is found to the running kernel, or to those of the next two options.")
  private boolean live;

  @Option(
      names = "--live-image",
      paramLabel = "VMLINUZ",
      description = "The same to a kernel under QEMU. Repeatable.")
  private List<Path> images = List.of();

  @Option(
      names = "--live-kernel",
      paramLabel = "SERIES",
      description = "The same to one that 'vmacheck kernels get' has fetched: 7.3. Repeatable.")
  private List<String> kernels = List.of();

  @Option(
      names = "--live-seconds",
      paramLabel = "S",
      defaultValue = "5",
      description = "How long each finding runs on each kernel (default: ${DEFAULT-VALUE}).")
  private int seconds;

  private final List<Host> hosts = new ArrayList<>();

  /**
   * Makes sure that there is something to run on.
   *
   * @throws InputException if there is not
   */
  void check() {
    if (seconds < 1) {
      throw new InputException("--live-seconds: expected at least 1, found " + seconds);
    }
    Duration silence = Duration.ofSeconds(seconds + 60L);
    try {
      for (Path image : images) {
        hosts.add(new Guest(GuestImage.at(image), silence, 1));
      }
      for (String series : kernels) {
        hosts.add(new Guest(GuestImage.of(series), silence, 1));
      }
    } catch (IOException failed) {
      throw new InputException(failed.getMessage(), failed);
    }
    if (live && hosts.isEmpty()) {
      hosts.add(new RunningKernel());
    }
  }

  /**
   * Says of each kernel whether it shows the same.
   *
   * @return how it answered, one for each kernel that could be asked
   */
  List<LiveResult> put(Trophy trophy, PrintWriter out) {
    if (hosts.isEmpty()) {
      return List.of();
    }
    Finding finding = trophy.counterexample().finding();
    if (finding.kind() != KernelBug.Kind.INVARIANT) {
      out.println("  not put to a kernel: " + finding + " is nothing that a program can see");
      return List.of();
    }
    try (TemporaryFolder folder = TemporaryFolder.named("vmacheck-hunt")) {
      OnePage one = page(trophy);
      Limits limits = Limits.ofSeconds(seconds);
      LivePrograms programs = new LivePrograms(folder, new DriveOptions(), limits);
      LiveRun run = new LiveRun(out, host -> programs.on(host, List.of(one), out::println), false);
      return run.on(hosts);
    } catch (NotExported | InputException cannot) {
      out.println("  not put to a kernel: " + cannot.getMessage());
    } catch (IOException failed) {
      out.println("  no kernel answered: " + failed.getMessage());
    }
    return List.of();
  }

  private static OnePage page(Trophy trophy) {
    Page page = PageReader.read(trophy.fileName(), trophy.page());
    Heading found = new Heading(Heading.Kind.CLAIM, "found", trophy.calls(), "", "", "", "");
    return new OnePage(new Catalogue.Entry(found, page));
  }
}
