package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.CProgram;
import org.vmacheck.checks.live.NotExported;
import org.vmacheck.checks.live.drive.Plans;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck export}: a page as a C program for real kernels. */
@Command(
    name = "export",
    description = {
      "Write a page as a C program that runs its threads on a real kernel.",
      "The program prints TAP, and every outcome that it has seen; docs/live.md describes it."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FILE.mm",
      description = "A page: C61/guard-vs-mprotect, or a file of your own.")
  private String page;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.c",
      description = "Where to; standard output if it is left out.")
  private Path output;

  @Option(
      names = "--kernel",
      paramLabel = "R",
      description = "With --drive: the release that is driven (default: the newest).")
  private String kernel;

  @Mixin private DriveOptions drive;

  @Override
  public Integer call() throws Exception {
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(program());
      out.flush();
      return ExitStatus.AS_EXPECTED;
    }
    try (OutputFile file = OutputFile.open("--output", output)) {
      file.write(program());
    }
    return ExitStatus.AS_EXPECTED;
  }

  private Release release() {
    return kernel == null ? Releases.newest() : KernelOptions.release(kernel);
  }

  private String program() throws Exception {
    try {
      OnePage one = OnePage.of(vmacheck.catalogue(), page);
      Page asked = one.entry().page();
      Optional<Plans> plan = drive.plan(asked, release());
      return plan.isPresent()
          ? CProgram.driven(asked, one.name(), one.text(), plan.get().plan())
          : CProgram.of(asked, one.name(), one.text());
    } catch (NotExported not) {
      throw new InputException(page + " is not exported: " + not.getMessage(), not);
    }
  }
}
