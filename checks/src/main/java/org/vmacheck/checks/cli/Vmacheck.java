package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.vmacheck.model.release.Releases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command: without arguments it judges every claim on the newest kernel. */
@Command(
    name = "vmacheck",
    description = {
      "Does this locking claim about Linux VMAs hold, and if not, which interleaving breaks it?",
      "Without a command: check every claim on the newest kernel, under sequential consistency."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {
      CheckCommand.class,
      RunCommand.class,
      ReproduceCommand.class,
      ReplayCommand.class,
      ExplainCommand.class,
      BenchCommand.class,
      ListCommand.class,
      StressCommand.class,
      LitmusCommand.class,
      ConformCommand.class,
      MutantsCommand.class,
      NeedCommand.class,
      HuntCommand.class,
      ExportCommand.class,
      LiveCommand.class,
      KernelsCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all as expected",
      "1:a verdict is not as expected",
      "2:bad arguments or input",
      "3:a budget ended without a verdict",
      "70:internal error"
    })
public final class Vmacheck implements Callable<Integer> {

  private final Catalogue catalogue;

  @Spec private CommandSpec spec;

  Vmacheck(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(out, err, args);
    out.flush();
    System.exit(status);
  }

  /**
   * Runs one command line.
   *
   * @return the {@link ExitStatus}
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(Catalogue.shipped(), out, err, args);
  }

  static int run(Catalogue catalogue, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Vmacheck(catalogue));
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Failures::badArguments);
    line.setExecutionExceptionHandler(Failures::failed);
    try {
      return line.execute(args);
    } catch (Error fault) {
      // picocli leaves errors alone; an engine that runs out of memory or stack ends here
      return Failures.internalError("vmacheck", fault, err);
    }
  }

  /** What the subcommands choose from. */
  Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Integer call() {
    int status =
        spec.subcommands()
            .get("check")
            .execute("--model", "sc", "--kernel", Releases.newest().version().toString());
    PrintWriter out = spec.commandLine().getOut();
    out.println("Older kernels, TSO and the Linux-kernel memory model: vmacheck check");
    return status;
  }
}
