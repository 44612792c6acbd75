package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.NotExported;
import org.vmacheck.checks.live.TemporaryFolder;
import org.vmacheck.checks.live.kernel.KernelName;
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
    List<LiveRun.Test> tests = new ArrayList<>();
    for (OnePage one : pages) {
      try {
        DriveOptions.Program program = drive.program(one, release);
        Page page = one.entry().page();
        Host.Job job = new Host.Job(executable(program.source()), limits.arguments(page));
        tests.add(new LiveRun.Test(one.name(), page, job, program.plan()));
      } catch (NotExported not) {
        if (pages.size() == 1) {
          throw new InputException(one.name() + ": " + not.getMessage(), not);
        }
        left.accept(one.name() + ": " + not.getMessage());
      }
    }
    return tests;
  }

  private Path executable(String source) throws IOException {
    Path known = made.get(source);
    if (known != null) {
      return known;
    }
    Path program = folder.resolve("t" + made.size());
    compiler.compile(source, program, STATIC);
    made.put(source, program);
    return program;
  }
}
