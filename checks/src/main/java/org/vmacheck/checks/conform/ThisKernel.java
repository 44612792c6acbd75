package org.vmacheck.checks.conform;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The running kernel. */
public final class ThisKernel implements HelperHost {

  private static final Path NAME = Path.of("/proc/sys/kernel/osrelease");

  @Override
  public List<String> options() {
    return List.of("-O2");
  }

  @Override
  public Helper start(Path executable, List<String> arguments) throws Unavailable {
    if (!Files.isReadable(NAME)) {
      throw new Unavailable("this is not Linux: " + NAME + " cannot be read");
    }
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(arguments);
    try {
      return new Running(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new Unavailable("the kernel's side does not start: " + e.getMessage(), e);
    }
  }

  /** A process that ends when its standard input does. */
  private static final class Running implements Helper {

    private static final int BUFFER = 1 << 16;

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    Running(Process process) {
      this.process = process;
      this.requests =
          new BufferedWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII), BUFFER);
      this.answers =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII), BUFFER);
    }

    @Override
    public void send(String request) throws IOException {
      requests.write(request);
    }

    @Override
    public void flush() throws IOException {
      requests.flush();
    }

    @Override
    public String readLine() throws IOException {
      return answers.readLine();
    }

    @Override
    public String lastWords() {
      try {
        boolean ended = process.waitFor(1, TimeUnit.SECONDS);
        return ended ? ": " + HelperExit.of(process.exitValue()) : "";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "";
      }
    }

    @Override
    public void close() {
      try {
        requests.close();
        if (!process.waitFor(1, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (IOException e) {
        process.destroyForcibly();
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
