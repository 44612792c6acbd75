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
import java.util.concurrent.Future;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.live.Allowed;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.HostDied;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.TestReport;
import org.vmacheck.checks.live.drive.DriveReport;
import org.vmacheck.checks.live.drive.Driven;
import org.vmacheck.checks.live.drive.Plans;
import org.vmacheck.checks.live.kernel.KernelName;
import org.vmacheck.checks.report.LiveReport;
import org.vmacheck.checks.workers.Workers;
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
   * @param plan by which it is driven, if it is
   */
  record Test(String name, Page page, Host.Job job, Optional<Plans> plan) {

    /** One that is not driven. */
    Test(String name, Page page, Host.Job job) {
      this(name, page, job, Optional.empty());
    }
  }

  /** What is put to a host. */
  interface Tests {

    /** The tests; those of a host are made once. */
    List<Test> on(Host host) throws IOException;
  }

  private record Visit(Host host, List<Test> tests) {}

  private record Asked(String page, String release) {}

  private final PrintWriter out;
  private final Tests tests;
  private final boolean everyOutcome;
  private final List<LiveResult> results = new CopyOnWriteArrayList<>();
  private final Map<Asked, Allowed> explored = new HashMap<>();
  private final Map<Host, String> kernels = new IdentityHashMap<>();
  private int expected;

  LiveRun(PrintWriter out, Tests tests, boolean everyOutcome) {
    this.out = out;
    this.tests = tests;
    this.everyOutcome = everyOutcome;
  }

  /** Everything that was judged, in its order. */
  List<LiveResult> on(List<Host> hosts) throws IOException {
    List<Visit> visits = new ArrayList<>();
    for (Host host : hosts) {
      visits.add(new Visit(host, tests.on(host)));
    }
    expected = visits.stream().mapToInt(visit -> visit.tests().size()).sum();
    for (Visit visit : visits) {
      ExecutorService judge = Workers.daemons(1, "live-judge");
      try {
        run(visit, judge);
      } finally {
        judge.shutdown();
      }
    }
    if (expected > 1) {
      out.print("\n" + LiveReport.table(results));
      out.flush();
    }
    return List.copyOf(results);
  }

  private void run(Visit visit, ExecutorService judge) throws IOException {
    List<Future<?>> judging = new ArrayList<>();
    List<Test> left = visit.tests();
    while (!left.isEmpty()) {
      left = attempt(visit.host(), left, judge, judging);
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
              judging.add(judge.submit(() -> judge(host, left.get(job), printed))));
      return List.of();
    } catch (HostDied died) {
      Test fatal = left.get(died.during());
      judging.add(judge.submit(() -> reportDeath(host, fatal, died)));
      return left.subList(died.during() + 1, left.size());
    }
  }

  private void judge(Host host, Test test, List<String> printed) {
    TestReport report = TestReport.parse(printed);
    kernels.put(host, report.kernel());
    Optional<Release> release = new KernelName(report.kernel()).release();
    boolean ran = report.ended() && report.skipped().isEmpty();
    Optional<Allowed> allowed = ran ? release.map(of -> allowed(test, of)) : Optional.empty();
    Optional<Driven> driven =
        test.plan()
            .flatMap(
                plan -> DriveReport.parse(printed).map(told -> new Driven(told, plan.release())));
    report(new LiveResult(test.name(), report, allowed, driven));
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
