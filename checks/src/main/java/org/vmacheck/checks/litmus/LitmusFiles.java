package org.vmacheck.checks.litmus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that arguments name. */
public final class LitmusFiles {
  private LitmusFiles() {}

  /**
   * Files as they are given, and all {@code *.litmus} below directories, sorted by path.
   *
   * @throws NoSuchFileException if there is no such file or directory
   * @throws IOException if a directory cannot be read
   */
  public static List<Path> below(List<Path> arguments) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        try (Stream<Path> walk = Files.walk(argument)) {
          walk.filter(p -> p.toString().endsWith(".litmus") && Files.isRegularFile(p))
              .sorted()
              .forEach(files::add);
        }
      } else if (Files.exists(argument)) {
        files.add(argument);
      } else {
        throw new NoSuchFileException(argument.toString());
      }
    }
    return files;
  }
}
