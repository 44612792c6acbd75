package org.vmacheck.checks.engine.explore;

import java.time.Duration;
import java.util.Optional;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Evidence;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.explore.graph.DataRace;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.BoundExceeded;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.engine.explore.replay.Trace;
import org.vmacheck.checks.engine.explore.report.Report;
import org.vmacheck.checks.engine.explore.report.Waiting;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;

/** Judges the executions of one program as they are visited, and stops at the first finding. */
final class Judgement implements Visitor {

  private static final long PROGRESS_NANOS = Duration.ofMillis(250).toNanos();

  private final ReplayedThreads threads;
  private final Settings settings;
  private final Search search;
  private long nextProgress = System.nanoTime() + PROGRESS_NANOS;
  private long told;
  private long executions;
  private long blocked;
  private Counterexample finding;

  /** The first data race. The search goes on, since it may lead to something worse. */
  private Counterexample raced;

  Judgement(ReplayedThreads threads, Settings settings, Search search) {
    this.threads = threads;
    this.settings = settings;
    this.search = search;
  }

  @Override
  public boolean complete(ExecutionGraph graph) {
    executions++;
    try {
      threads.judge(graph);
      return true;
    } catch (KernelBug bug) {
      Report report = new Report(threads, graph);
      Evidence evidence = Evidence.ofCells(threads.looksAt(graph, bug));
      return found(report.counterexample(Finding.of(bug), bug.getMessage(), evidence));
    }
  }

  @Override
  public boolean blocked(ExecutionGraph graph, boolean stuck) {
    blocked++;
    return !stuck || found(graph, Finding.of(Kind.DEADLOCK), Waiting.summary(threads, graph));
  }

  @Override
  public boolean bug(ExecutionGraph graph, int thread) {
    Object met = graph.pending(thread).note;
    String where = " in " + threads.threadName(thread);
    if (met instanceof KernelBug bug) {
      String place = bug.place().map(function -> ", in " + function + "()").orElse("");
      return found(graph, Finding.of(bug), bug.getMessage() + place + where);
    }
    if (met instanceof BoundExceeded bound) {
      return found(graph, Finding.of(Kind.NON_TERMINATION), bound.getMessage() + where);
    }
    return found(graph, Finding.of(Kind.EXCEPTION), met + where);
  }

  @Override
  public boolean useAfterFree(ExecutionGraph graph, int access, int free) {
    boolean use = graph.step(access).kind != graph.step(free).kind;
    String object = threads.objectName(graph.step(free).location());
    String first = threads.threadName(graph.thread(free));
    String second = threads.threadName(graph.thread(access));
    Report report = new Report(threads, graph);
    Evidence evidence = report.evidence(free, access);
    Location what = Location.of(object);
    return use
        ? found(
            report.counterexample(
                Finding.of(Kind.USE_AFTER_FREE, what),
                second
                    + " accesses "
                    + threads.name(graph.step(access).location())
                    + ", and nothing orders that before "
                    + first
                    + " frees "
                    + object,
                evidence))
        : found(
            report.counterexample(
                Finding.of(Kind.DOUBLE_FREE, what),
                object + " is freed by " + first + " and by " + second,
                evidence));
  }

  @Override
  public boolean wantsDataRaces() {
    return raced == null;
  }

  @Override
  public boolean dataRace(ExecutionGraph graph, DataRace race) {
    if (raced != null) {
      return true;
    }
    int first = race.first();
    int second = race.second();
    String cell = threads.name(graph.step(first).location());
    Report report = new Report(threads, graph);
    raced =
        report.counterexample(
            Finding.of(Kind.DATA_RACE, Location.of(cell)),
            access(graph, first)
                + " and "
                + access(graph, second)
                + " of "
                + cell
                + " race: nothing orders them, and at least one is plain",
            report.evidence(first, second));
    return true;
  }

  private String access(ExecutionGraph graph, int event) {
    String name = threads.threadName(graph.thread(event));
    Trace.Entry entry = threads.trace(graph, graph.thread(event)).get(graph.step(event).depth - 1);
    String place = entry.function().isEmpty() ? "" : " in " + entry.function() + "()";
    return entry.access() + " by " + name + place;
  }

  private boolean found(ExecutionGraph graph, Finding what, String summary) {
    return found(new Report(threads, graph).counterexample(what, summary, Evidence.NONE));
  }

  private boolean found(Counterexample counterexample) {
    finding = counterexample;
    search.end();
    return false;
  }

  @Override
  public boolean tick() {
    long now = System.nanoTime();
    if (now - nextProgress > 0) {
      nextProgress = now + PROGRESS_NANOS;
      settings.progress().executions(search.count(executions - told));
      told = executions;
    }
    return search.goesOn();
  }

  ReplayedThreads threads() {
    return threads;
  }

  long executions() {
    return executions;
  }

  long blocked() {
    return blocked;
  }

  /** What ended the search. */
  Optional<Counterexample> finding() {
    return Optional.ofNullable(finding);
  }

  /** A data race, which did not end it. */
  Optional<Counterexample> race() {
    return Optional.ofNullable(raced);
  }
}
