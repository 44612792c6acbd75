package org.vmacheck.checks.live;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The C compiler of this machine.
 *
 * @param name of the program
 */
public record CCompiler(String name) {

  /** The names under which one is looked for, in this order. */
  private static final List<String> NAMES = List.of("cc", "gcc", "clang");

  /** What there is to say where there is none. */
  public static final String MISSING = "no C compiler (" + String.join(", ", NAMES) + ")";

  private static final long SECONDS = 60;

  /** The first one that is there. */
  public static Optional<CCompiler> onPath() {
    return NAMES.stream().filter(CCompiler::isOnPath).findFirst().map(CCompiler::new);
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * Compiles and links one source.
   *
   * @throws IOException that tells the first error, if it is refused
   */
  public void compile(String source, Path target, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of(name, "-x", "c", "-std=gnu11"));
    command.addAll(options);
    command.addAll(List.of("-o", target.toString(), "-"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var sink = process.getOutputStream()) {
      sink.write(source.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (await(process) != 0) {
      throw new IOException(name + " does not compile it: " + firstError(said));
    }
  }

  private static int await(Process process) throws IOException {
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
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

  private static String firstError(String text) {
    return text.lines().filter(line -> line.contains("error")).findFirst().orElse(text.strip());
  }
}
