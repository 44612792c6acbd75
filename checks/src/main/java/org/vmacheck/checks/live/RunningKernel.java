package org.vmacheck.checks.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The kernel that this program runs on. */
public final class RunningKernel implements Host {

  @Override
  public String name() {
    return "the running kernel";
  }

  @Override
  public String kernel() {
    return System.getProperty("os.version");
  }

  @Override
  public List<List<String>> run(List<Job> jobs) throws IOException {
    List<List<String>> printed = new ArrayList<>();
    for (Job job : jobs) {
      List<String> command = new ArrayList<>(List.of(job.executable().toString()));
      command.addAll(job.arguments());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      Thread feeder = new Thread(() -> feed(process, job.input()), "live-feeder");
      feeder.start();
      Thread killer = new Thread(process::destroyForcibly, "live-killer");
      Runtime.getRuntime().addShutdownHook(killer);
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Runtime.getRuntime().removeShutdownHook(killer);
      printed.add(text.lines().toList());
    }
    return printed;
  }

  private static void feed(Process process, String input) {
    try (OutputStream sink = process.getOutputStream()) {
      sink.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // it did not want to read all of it
      process.isAlive();
    }
  }
}
