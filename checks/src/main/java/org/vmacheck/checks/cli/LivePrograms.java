package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.CProgram;
import org.vmacheck.checks.live.drive.Plans;
import org.vmacheck.model.release.Release;

/** Pages as executables, in a folder that goes away with it. */
final class LivePrograms implements AutoCloseable {

  private static final List<String> STATIC = List.of("-O1", "-static", "-pthread");

  /**
   * One of them.
   *
   * @param plan by which its threads are driven, if they are
   */
  record Program(String name, Page page, Path executable, Optional<Plans> plan) {}

  private final CCompiler compiler =
      CCompiler.onPath()
          .orElseThrow(
              () ->
                  new InputException("no C compiler (" + String.join(", ", CCompiler.NAMES) + ")"));

  private final Path folder;

  /** What was compiled already, by its source. */
  private final Map<String, Path> made = new HashMap<>();

  LivePrograms() throws IOException {
    folder = Files.createTempDirectory("vmacheck-live");
  }

  /**
   * Compiles a page.
   *
   * @param release that it is for, if it is driven
   * @throws org.vmacheck.checks.live.NotExported if it cannot be a program
   */
  Program of(OnePage one, DriveOptions drive, Release release) throws IOException {
    Page page = one.entry().page();
    String free = CProgram.of(page, one.name(), one.text());
    Optional<Plans> plan = drive.plan(page, release);
    String source =
        plan.map(by -> CProgram.driven(page, one.name(), one.text(), by.plan())).orElse(free);
    Path executable = made.get(source);
    if (executable == null) {
      executable = folder.resolve("t" + made.size());
      compiler.compile(source, executable, STATIC);
      made.put(source, executable);
    }
    return new Program(one.name(), page, executable, plan);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
