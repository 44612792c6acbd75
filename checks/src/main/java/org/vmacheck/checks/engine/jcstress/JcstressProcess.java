package org.vmacheck.checks.engine.jcstress;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.Main;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.model.memory.hardware.HardwareMemory;
import org.vmacheck.stress.MemoryOrderQuestion;

/**
 * One run of JCStress in a JVM of its own and a directory of its own, both gone when it is closed:
 * JCStress writes its results to the working directory, and starts further JVMs.
 */
final class JcstressProcess implements AutoCloseable {

  /** Hears how many forks have ended, of how many. */
  interface Forks {
    void ended(int done, int planned);
  }

  private static final Pattern RESULTS =
      Pattern.compile(
          "\\(Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, (\\d+) soft errs,"
              + " (\\d+) hard errs\\)");

  private static final int LINES_KEPT = 20;

  private final Jdk jdk;
  private final Path directory;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private volatile Process process;
  private volatile boolean closed;

  JcstressProcess(Jdk jdk) throws IOException {
    this.jdk = jdk;
    this.directory =
        Files.createTempDirectory("vmacheck-stress-" + ProcessHandle.current().pid() + "-");
  }

  /**
   * Runs the tests to their end.
   *
   * @throws EngineFailure if there is not exactly one good result for each of them
   */
  List<StressResult> run(List<String> tests, Effort effort, Forks forks)
      throws IOException, InterruptedException {
    process =
        new ProcessBuilder(command(tests, effort))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    if (closed) {
      kill();
    }
    process.getOutputStream().close();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      while (line != null) {
        hear(line, forks);
        line = output.readLine();
      }
    }
    int status = process.waitFor();
    // 1: a forbidden outcome was seen, and the results say which
    if (status > 1) {
      throw new EngineFailure(
          "JCStress ended with status " + status + ": " + String.join(" / ", lastLines));
    }
    return ResultBlob.read(directory, tests);
  }

  private void hear(String line, Forks forks) {
    Matcher results = RESULTS.matcher(line);
    if (results.find()) {
      int done = 0;
      for (int group = 2; group <= results.groupCount(); group++) {
        done += Integer.parseInt(results.group(group));
      }
      forks.ended(done, Integer.parseInt(results.group(1)));
    } else if (!line.isBlank()) {
      lastLines.addLast(line.strip());
      if (lastLines.size() > LINES_KEPT) {
        lastLines.removeFirst();
      }
    }
  }

  private List<String> command(List<String> tests, Effort effort) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(Effort.properties());
    command.add("-Djava.io.tmpdir=" + directory);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(effort.arguments(tests));
    command.addAll(List.of("-r", directory.resolve("html").toString()));
    return command;
  }

  /**
   * Only what the tests need: JCStress looks into every class of its class path, and the fewer
   * classes are loaded the more calls the JIT inlines.
   */
  private static String classPath() {
    return Stream.of(
            HardwareMemory.class.getName(),
            MemoryOrderQuestion.class.getName(),
            Main.class.getName(),
            "joptsimple.OptionParser",
            "com.sun.jna.Native",
            "com.sun.jna.platform.unix.LibC")
        .map(JcstressProcess::origin)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String origin(String className) {
    try {
      Class<?> type = Class.forName(className, false, JcstressProcess.class.getClassLoader());
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (ClassNotFoundException | URISyntaxException missing) {
      throw new EngineFailure("JCStress is not complete: no " + className, missing);
    }
  }

  /** Ends what still runs and removes what was written. */
  @Override
  public void close() {
    closed = true;
    kill();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException busy) {
      directory.toFile().deleteOnExit();
    }
  }

  private void kill() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      return;
    }
    // its forks are asked for first, and killed last: it could start another one in between
    List<ProcessHandle> forks = running.descendants().toList();
    running.destroyForcibly();
    running.onExit().join();
    forks.forEach(ProcessHandle::destroyForcibly);
    forks.forEach(fork -> fork.onExit().join());
  }
}
