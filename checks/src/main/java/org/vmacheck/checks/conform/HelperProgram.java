package org.vmacheck.checks.conform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vmacheck.checks.live.CSource;

/**
 * The kernel's side as a program: its C source is compiled with the compiler of this machine into a
 * temporary directory, which goes when this is closed or the virtual machine ends.
 */
final class HelperProgram implements AutoCloseable {

  /** The names under which a C compiler is looked for, in this order. */
  static final List<String> COMPILERS = List.of("cc", "gcc", "clang");

  private static final String SOURCE = "conform.c";

  private final Path directory;
  private final Thread cleaner;

  private HelperProgram(Path directory) {
    this.directory = directory;
    this.cleaner = new Thread(this::delete, "conform-cleaner");
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * Compiles the program.
   *
   * @throws Unavailable if there is no compiler, or it does not compile it
   */
  static HelperProgram compile() throws Unavailable {
    String compiler =
        COMPILERS.stream()
            .filter(HelperProgram::isOnPath)
            .findFirst()
            .orElseThrow(
                () -> new Unavailable("no C compiler (" + String.join(", ", COMPILERS) + ")"));
    try {
      HelperProgram program = new HelperProgram(Files.createTempDirectory("vmacheck-conform"));
      program.compileWith(compiler);
      return program;
    } catch (IOException e) {
      throw new Unavailable("the kernel's side cannot be compiled: " + e.getMessage(), e);
    }
  }

  private void compileWith(String compiler) throws IOException, Unavailable {
    Process process =
        new ProcessBuilder(
                compiler, "-O2", "-x", "c", "-std=gnu11", "-o", executable().toString(), "-")
            .redirectErrorStream(true)
            .start();
    try (var sink = process.getOutputStream()) {
      sink.write(CSource.of(SOURCE).getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (await(process) != 0) {
      close();
      throw new Unavailable(compiler + " does not compile the kernel's side: " + firstLine(said));
    }
  }

  Path executable() {
    return directory.resolve("conform");
  }

  private static boolean isOnPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String entry : path.split(":")) {
      if (!entry.isEmpty() && Files.isExecutable(Path.of(entry, name))) {
        return true;
      }
    }
    return false;
  }

  private static int await(Process process) throws IOException {
    try {
      if (process.waitFor(60, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IOException("the compiler does not end");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> line.contains("error")).findFirst().orElse(text.strip());
  }

  private void delete() {
    try {
      Files.deleteIfExists(executable());
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      System.err.println("vmacheck: " + directory + " could not be removed: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException ending) {
      // The virtual machine is ending and runs the hook itself; deleting twice does no harm.
      return;
    }
  }
}
