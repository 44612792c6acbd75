package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.NotExported;
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
      description = {
        "A page: C61/guard-vs-mprotect, or a file of your own;",
        "or 'all' for every page of the book that can be exported."
      })
  private String page;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.c",
      description = {
        "Where to; standard output if it is left out, or '-'.",
        "For 'all' a directory, which is made if it is not there."
      })
  private Path output;

  @Option(
      names = "--kernel",
      paramLabel = "R",
      description = "With --drive: the release that is driven (default: the newest).")
  private String kernel;

  @Mixin private DriveOptions drive;

  @Override
  public Integer call() throws Exception {
    if (page.equals("all")) {
      return exportAll();
    }
    if (isStandardOutput()) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(program(OnePage.of(vmacheck.catalogue(), page)));
      out.flush();
      return ExitStatus.AS_EXPECTED;
    }
    write(output, program(OnePage.of(vmacheck.catalogue(), page)));
    return ExitStatus.AS_EXPECTED;
  }

  private boolean isStandardOutput() {
    return output == null || output.toString().equals("-");
  }

  /** A file for each page, {@code C61-guard-vs-mprotect.c}; why the others have none. */
  private int exportAll() throws IOException {
    if (isStandardOutput()) {
      throw new InputException("'all' needs a directory: -o DIR");
    }
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new InputException("--output: " + output + " is not a directory");
    }
    try {
      Files.createDirectories(output);
    } catch (IOException failed) {
      throw new InputException("--output: cannot make the directory " + output, failed);
    }
    int exported = 0;
    PrintWriter out = spec.commandLine().getOut();
    for (Catalogue.Entry entry : vmacheck.catalogue().pages()) {
      try {
        OnePage one = new OnePage(entry);
        write(output.resolve(entry.page().name() + ".c"), drive.program(one, release()).source());
        exported++;
      } catch (NotExported not) {
        out.println(entry.address() + ": not exported, " + not.getMessage());
      }
    }
    out.println(exported + " pages in " + output);
    out.flush();
    return ExitStatus.AS_EXPECTED;
  }

  private static void write(Path target, String text) {
    try (OutputFile file = OutputFile.open("--output", target)) {
      file.write(text);
    }
  }

  private Release release() {
    if (kernel != null && !drive.driven()) {
      throw new InputException("--kernel needs --drive: a program runs on any kernel without");
    }
    return kernel == null ? Releases.newest() : KernelOptions.release(kernel);
  }

  private String program(OnePage one) {
    try {
      return drive.program(one, release()).source();
    } catch (NotExported not) {
      throw new InputException(page + " is not exported: " + not.getMessage(), not);
    }
  }
}
