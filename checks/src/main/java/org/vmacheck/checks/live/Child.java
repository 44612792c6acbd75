package org.vmacheck.checks.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that does not outlive this one, nor the block that it was started for. */
public final class Child implements AutoCloseable {

  private final Process process;
  private final Thread killer;

  private Child(Process process) {
    this.process = process;
    this.killer = new Thread(this::kill, "child-killer");
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /** Starts a program; what it has to say on its standard error comes with the rest. */
  public static Child start(List<String> command) throws IOException {
    return start(command, Path.of(""));
  }

  /**
   * Starts a program in a folder.
   *
   * @throws IOException that names the program, if it is not there
   */
  public static Child start(List<String> command, Path folder) throws IOException {
    Process process = started(command, folder);
    try {
      return new Child(process);
    } catch (IllegalStateException ending) {
      process.destroyForcibly();
      throw new IOException("interrupted", ending);
    }
  }

  private static Process started(List<String> command, Path folder) throws IOException {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toAbsolutePath().toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException missing) {
      String name = Path.of(command.get(0)).getFileName().toString();
      throw new IOException("there is no " + name + " on this machine", missing);
    }
  }

  public Process process() {
    return process;
  }

  /** Waits for its end. */
  public int status() throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Ends it at once. Its last output can still be read, which {@code Process} does not allow. */
  public void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException ending) {
      // the hook runs already
      process.isAlive();
    }
  }
}
