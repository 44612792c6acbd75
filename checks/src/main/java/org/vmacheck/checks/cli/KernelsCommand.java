package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.kernel.DebianKernels;
import org.vmacheck.checks.live.kernel.KernelImages;
import org.vmacheck.checks.live.kernel.KernelName;
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

  private static final int MIB = 1 << 20;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    print(new KernelName(System.getProperty("os.version")), "", "running");
    for (KernelImages.Image image : KernelImages.ofUser().all()) {
      print(image);
    }
    return ExitStatus.AS_EXPECTED;
  }

  private void print(KernelImages.Image image) throws IOException {
    String size =
        String.format(Locale.ROOT, "%.1f MiB", (double) Files.size(image.vmlinuz()) / MIB);
    print(new KernelName(image.kernel()), size, image.vmlinuz().toString());
  }

  private void print(KernelName kernel, String size, String where) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        String.format("%-28s %-20s %9s  %s", kernel.text(), kernel.standing(), size, where));
    out.flush();
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
    try {
      for (String one : series) {
        if (!one.matches("\\d+\\.\\d+")) {
          throw new InputException("expected a series as 7.3, found '" + one + "'");
        }
      }
      DebianKernels mirror = new DebianKernels(KernelImages.ofUser());
      mirror.update();
      for (String one : series) {
        print(mirror.get(one));
      }
      return ExitStatus.AS_EXPECTED;
    } catch (IOException failed) {
      throw new InputException(failed.getMessage(), failed);
    }
  }
}
