package org.vmacheck.checks.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes, with all that is in it, when this is closed or the process is ended. */
public final class TemporaryFolder implements AutoCloseable {

  /** A process that is being ended may still put something in while the folder goes. */
  private static final int ATTEMPTS = 3;

  private final Path path;
  private final Thread remover;

  private TemporaryFolder(Path path) {
    this.path = path;
    this.remover = new Thread(this::removeQuietly, "folder-remover");
    Runtime.getRuntime().addShutdownHook(remover);
  }

  /** One where temporary files are kept. */
  public static TemporaryFolder named(String prefix) throws IOException {
    return guarded(Files.createTempDirectory(prefix));
  }

  /** One in another folder, so that what is in it can be moved there in one step. */
  public static TemporaryFolder in(Path parent, String prefix) throws IOException {
    return guarded(Files.createTempDirectory(parent, prefix));
  }

  private static TemporaryFolder guarded(Path made) throws IOException {
    try {
      return new TemporaryFolder(made);
    } catch (IllegalStateException ending) {
      Files.delete(made);
      throw new IOException("interrupted", ending);
    }
  }

  public Path path() {
    return path;
  }

  /** Where a file of it is. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(remover);
    } catch (IllegalStateException ending) {
      // the hook runs already, and removes it
      return;
    }
    remove();
  }

  private void removeQuietly() {
    for (int attempt = 1; Files.exists(path) && attempt <= ATTEMPTS; attempt++) {
      try {
        remove();
      } catch (IOException | UncheckedIOException busy) {
        if (attempt == ATTEMPTS) {
          System.err.println("vmacheck: " + path + " could not be removed");
        }
      }
    }
  }

  private void remove() throws IOException {
    List<Path> inside;
    try (Stream<Path> files = Files.walk(path)) {
      inside = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : inside) {
      Files.deleteIfExists(file);
    }
  }
}
