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
  public void run(List<Job> jobs, Listener listener) throws IOException {
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      List<String> command = new ArrayList<>(List.of(job.executable().toString()));
      command.addAll(job.arguments());
      try (Child child = Child.start(command)) {
        Thread feeder = new Thread(() -> feed(child.process(), job.input()), "live-feeder");
        feeder.start();
        byte[] printed = child.process().getInputStream().readAllBytes();
        List<String> lines = new String(printed, StandardCharsets.UTF_8).lines().toList();
        listener.ended(i, child.status(), lines);
      }
    }
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
