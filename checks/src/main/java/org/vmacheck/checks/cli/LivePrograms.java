package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.NotExported;
import org.vmacheck.checks.live.TemporaryFolder;
import org.vmacheck.checks.live.kernel.KernelName;
import org.vmacheck.checks.workers.Workers;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Pages as executables in a folder. Those of hosts that take the same one are made once. */
final class LivePrograms {

  private static final List<String> STATIC = List.of("-O1", "-static", "-pthread");

  private final CCompiler compiler =
      CCompiler.onPath().orElseThrow(() -> new InputException(CCompiler.MISSING));

  private final TemporaryFolder folder;
  private final DriveOptions drive;
  private final Limits limits;

  /** By their sources. */
  private final Map<String, Path> made = new HashMap<>();

  /**
   * @param limits of each program's run
   */
  LivePrograms(TemporaryFolder folder, DriveOptions drive, Limits limits) {
    this.folder = folder;
    this.drive = drive;
    this.limits = limits;
  }

  /**
   * The programs for a host: a plan is that of its kernel's release.
   *
   * @param left is told in a line of pages that cannot be driven; one of one page is an error
   */
  List<LiveRun.Test> on(Host host, List<OnePage> pages, Consumer<String> left) throws IOException {
    Release release = new KernelName(host.kernel()).release().orElse(Releases.newest());
    Map<OnePage, DriveOptions.Program> programs = new LinkedHashMap<>();
    for (OnePage one : pages) {
      try {
        programs.put(one, drive.program(one, release));
      } catch (NotExported not) {
        if (pages.size() == 1) {
          throw new InputException(one.name() + ": " + not.getMessage(), not);
        }
        left.accept(one.name() + ": " + not.getMessage());
      }
    }
    compile(programs.values().stream().map(DriveOptions.Program::source).toList());
    return programs.entrySet().stream().map(one -> test(one.getKey(), one.getValue())).toList();
  }

  private LiveRun.Test test(OnePage one, DriveOptions.Program program) {
    Page page = one.entry().page();
    Host.Job job = new Host.Job(made.get(program.source()), limits.arguments(page));
    return new LiveRun.Test(one.name(), page, job, program.plan());
  }

  /** Those that are new, on all processors: it is most of what a short run takes. */
  private void compile(List<String> sources) throws IOException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (String source : sources) {
      if (!made.containsKey(source)) {
        Path program = folder.resolve("t" + made.size());
        made.put(source, program);
        tasks.add(
            () -> {
              compiler.compile(source, program, STATIC);
              return null;
            });
      }
    }
    try {
      Workers.all(tasks, Runtime.getRuntime().availableProcessors(), "live-compiler");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
