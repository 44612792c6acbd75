package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.mutants.Reached;

/** The files of a checkout that differ from a commit, by their paths in it. */
record ChangedFiles(List<String> paths) {

  private static final String MODEL = "model/src/main/java/org/vmacheck/model/";
  private static final String BOOK = "checks/";

  ChangedFiles {
    paths = List.copyOf(paths);
  }

  /**
   * @throws InputException if git does not know the commit, or this is no checkout
   */
  static ChangedFiles since(String commit) throws IOException, InterruptedException {
    Process git;
    try {
      git =
          new ProcessBuilder("git", "diff", "--name-only", "--relative", commit, "--")
              .redirectErrorStream(true)
              .start();
    } catch (IOException missing) {
      throw new InputException("--since asks git, and there is none on this machine", missing);
    }
    String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new InputException("--since " + commit + ": " + text.lines().findFirst().orElse("git"));
    }
    return new ChangedFiles(text.lines().toList());
  }

  /** Whether a step stands in one of the files, or a page that comes by it is one. */
  boolean concern(Reached reached) {
    return reached.mutation().site().lines().stream()
            .anyMatch(line -> paths.contains(MODEL + line.file()))
        || reached.pages().stream().anyMatch(page -> paths.contains(BOOK + page.source()));
  }
}
