package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.DebianKernels;
import org.vmacheck.checks.live.KernelImages;
import org.vmacheck.checks.live.LiveResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmacheck kernels}: the kernels that pages can be put to. */
@Command(
    name = "kernels",
    description = "List the kernels that 'live' can run pages on, or fetch another one.",
    mixinStandardHelpOptions = true)
final class KernelsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String running = System.getProperty("os.version");
    out.println(line(running, "running"));
    for (KernelImages.Image image : KernelImages.ofUser().all()) {
      out.println(line(image.kernel(), image.vmlinuz().toString()));
    }
    out.flush();
    return ExitStatus.AS_EXPECTED;
  }

  private static String line(String kernel, String where) {
    String release =
        LiveResult.release(kernel)
            .map(known -> "model " + known.name())
            .orElse("unknown to the model");
    return String.format("%-32s %-20s %s", kernel, release, where);
  }

  /** {@code vmacheck kernels get}. */
  @Command(
      name = "get",
      description = {
        "Fetch kernels of Debian from the mirror that this machine uses, as 'kernels get 7.3'.",
        "Signatures are checked. Nothing is installed; the images go into the user's cache."
      },
      mixinStandardHelpOptions = true)
  int get(
      @Parameters(paramLabel = "SERIES", arity = "1..*", description = "As 7.3 or 6.12.")
          List<String> series) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      for (String one : series) {
        if (!one.matches("\\d+\\.\\d+")) {
          throw new InputException("expected a series as 7.3, found '" + one + "'");
        }
      }
      DebianKernels mirror = new DebianKernels(KernelImages.ofUser());
      mirror.update();
      for (String one : series) {
        KernelImages.Image image = mirror.get(one);
        out.println(line(image.kernel(), image.vmlinuz().toString()));
        out.flush();
      }
      return ExitStatus.AS_EXPECTED;
    } catch (IOException failed) {
      throw new InputException(failed.getMessage(), failed);
    }
  }
}
