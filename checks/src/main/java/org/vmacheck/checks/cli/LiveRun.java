package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.live.Allowed;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.HostDied;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.TestReport;
import org.vmacheck.checks.live.kernel.KernelName;
import org.vmacheck.checks.report.LiveReport;
import org.vmacheck.model.release.Release;

/**
 * Puts pages to hosts, one host after another. A page is judged and reported while the next one
 * runs; a guest that dies is started again for the pages that are left.
 */
final class LiveRun {

  /** How long the model of a release is explored for one page. */
  private static final Duration EXPLORATION = Duration.ofSeconds(30);

  /**
   * A page as a program.
   *
   * @param name as reports call it
   */
  record Test(String name, Page page, Host.Job job) {}

  private record Asked(String page, String release) {}

  private final PrintWriter out;
  private final List<Test> tests;
  private final boolean everyOutcome;
  private final List<LiveResult> results = new CopyOnWriteArrayList<>();
  private final Map<Asked, Allowed> explored = new HashMap<>();
  private final Map<Host, String> kernels = new IdentityHashMap<>();
  private int expected;

  LiveRun(PrintWriter out, List<Test> tests, boolean everyOutcome) {
    this.out = out;
    this.tests = List.copyOf(tests);
    this.everyOutcome = everyOutcome;
  }

  /** Everything that was judged, in its order. */
  List<LiveResult> on(List<Host> hosts) throws IOException {
    expected = tests.size() * hosts.size();
    for (Host host : hosts) {
      ExecutorService judge = Executors.newSingleThreadExecutor(LiveRun::background);
      try {
        run(host, judge);
      } finally {
        judge.shutdown();
      }
    }
    if (tests.size() > 1 || hosts.size() > 1) {
      out.print("\n" + LiveReport.table(results));
      out.flush();
    }
    return List.copyOf(results);
  }

  private static Thread background(Runnable task) {
    Thread thread = new Thread(task, "live-judge");
    thread.setDaemon(true);
    return thread;
  }

  private void run(Host host, ExecutorService judge) throws IOException {
    List<Future<?>> judging = new ArrayList<>();
    List<Test> left = tests;
    while (!left.isEmpty()) {
      left = attempt(host, left, judge, judging);
    }
    try (Interruption interruption = new Interruption(this::reportInterrupted)) {
      await(judging);
    }
  }

  /** Runs them up to one that the host dies of; those after it are left. */
  private List<Test> attempt(
      Host host, List<Test> left, ExecutorService judge, List<Future<?>> judging)
      throws IOException {
    // closed before anything is caught: a guest that Ctrl-C ended has not died
    try (Interruption interruption = new Interruption(this::reportInterrupted)) {
      host.run(
          left.stream().map(Test::job).toList(),
          (job, status, printed) ->
              judging.add(
                  judge.submit(() -> judge(host, left.get(job), TestReport.parse(printed)))));
      return List.of();
    } catch (HostDied died) {
      Test fatal = left.get(died.during());
      judging.add(judge.submit(() -> reportDeath(host, fatal, died)));
      return left.subList(died.during() + 1, left.size());
    }
  }

  private void judge(Host host, Test test, TestReport report) {
    kernels.put(host, report.kernel());
    Optional<Release> release = new KernelName(report.kernel()).release();
    boolean ran = report.ended() && report.skipped().isEmpty();
    Optional<Allowed> allowed = ran ? release.map(of -> allowed(test, of)) : Optional.empty();
    report(new LiveResult(test.name(), report, allowed));
  }

  private Allowed allowed(Test test, Release release) {
    return explored.computeIfAbsent(
        new Asked(test.name(), release.name()),
        asked -> Allowed.of(test.page(), release, EXPLORATION));
  }

  private void reportDeath(Host host, Test fatal, HostDied died) {
    String kernel = kernels.getOrDefault(host, host.name());
    report(new LiveResult(fatal.name(), TestReport.unfinished(kernel), Optional.empty()));
    out.println(died.getMessage());
    out.flush();
  }

  private void report(LiveResult result) {
    results.add(result);
    out.print(LiveReport.text(result, everyOutcome));
    out.flush();
  }

  private static void await(List<Future<?>> judging) throws IOException {
    try {
      for (Future<?> one : judging) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a page could not be judged", failed.getCause());
    }
  }

  private void reportInterrupted() {
    out.println();
    out.println("Interrupted. " + results.size() + " of " + expected + " judged so far:");
    if (!results.isEmpty()) {
      out.print(LiveReport.table(results));
    }
    out.flush();
  }
}
