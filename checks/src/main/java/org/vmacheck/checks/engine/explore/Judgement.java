package org.vmacheck.checks.engine.explore;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Evidence;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.explore.graph.DataRace;
import org.vmacheck.checks.engine.explore.graph.Early;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Livelock;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Threads;
import org.vmacheck.checks.engine.explore.graph.UseAfterFree;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.Bounds;
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
  private final Early early;
  private final Threads program;
  private final MemoryModel model;
  private final Bounds bounds;
  private final Settings settings;
  private final Search search;
  private long nextProgress = System.nanoTime() + PROGRESS_NANOS;
  private long told;
  private long toldOthers;
  private long executions;
  private long blocked;
  private long cut;
  private final Set<Bounds.Reached> reachedBounds = EnumSet.noneOf(Bounds.Reached.class);
  private Counterexample finding;

  /** The first data race. The search goes on, since it may lead to something worse. */
  private Counterexample raced;

  Judgement(ReplayedThreads threads, Bounds bounds, Settings settings, Search search) {
    this(threads, Early.NOTHING, threads, bounds, settings, search);
  }

  /**
   * Judges executions of a program that is not quite that of the threads.
   *
   * @param early what they do early in it
   */
  Judgement(
      ReplayedThreads threads,
      Early early,
      Threads program,
      Bounds bounds,
      Settings settings,
      Search search) {
    this.threads = threads;
    this.early = early;
    this.program = program;
    this.model = MemoryModel.of(settings.model(), program);
    this.bounds = bounds;
    this.settings = settings;
    this.search = search;
  }

  @Override
  public boolean complete(ExecutionGraph graph) {
    executions++;
    try {
      threads.judge(graph);
    } catch (KernelBug bug) {
      Report report = report(graph);
      Evidence evidence = Evidence.ofCells(threads.looksAt(graph, bug));
      return found(report.counterexample(Finding.of(bug), bug.getMessage(), evidence));
    }
    if (raced == null) {
      DataRace race = model.dataRace(graph);
      raced = race == null ? null : describe(graph, race);
    }
    return true;
  }

  private Counterexample describe(ExecutionGraph graph, DataRace race) {
    int first = race.first();
    int second = race.second();
    String cell = threads.name(graph.label(first).location());
    Report report = report(graph);
    return report.counterexample(
        Finding.of(Kind.DATA_RACE, Location.of(cell)),
        access(graph, first)
            + " and "
            + access(graph, second)
            + " of "
            + cell
            + " race: nothing orders them, and at least one is plain",
        report.evidence(first, second));
  }

  @Override
  public boolean blocked(ExecutionGraph graph, boolean stuck) {
    blocked++;
    return !stuck || found(graph, Finding.of(Kind.DEADLOCK), Waiting.summary(threads, graph));
  }

  @Override
  public boolean cut(ExecutionGraph graph) {
    for (int t = 0; t < threads.count(); t++) {
      if (graph.pending(t).note instanceof Bounds.Reached reached) {
        reachedBounds.add(reached);
        if (reached == Bounds.Reached.ACCESSES && !isFed(graph, t)) {
          return found(graph, Finding.of(Kind.NON_TERMINATION), "more than " + beyond(reached, t));
        }
      }
    }
    Livelock endless = Livelock.find(graph, program);
    if (endless != null) {
      String beyond = beyond((Bounds.Reached) endless.bound(), endless.thread());
      String alone = ", and no end of it when the thread runs alone";
      return found(graph, Finding.of(Kind.NON_TERMINATION), "more than " + beyond + alone);
    }
    cut++;
    return true;
  }

  private String beyond(Bounds.Reached reached, int thread) {
    return bounds.text(reached) + " in " + threads.threadName(thread);
  }

  /**
   * Whether others keep a thread going: in the second half of what it did it read from writes of
   * theirs that it had not read from before.
   */
  private static boolean isFed(ExecutionGraph graph, int thread) {
    int half = graph.label(graph.lastOf(thread)).depth / 2;
    Set<Integer> early = new HashSet<>();
    Set<Integer> late = new HashSet<>();
    for (int e = graph.lastOf(thread); e >= 0; e = graph.previous(e)) {
      if (graph.isRead(e) && graph.source(e) >= 0 && graph.thread(graph.source(e)) != thread) {
        (graph.label(e).depth > half ? late : early).add(graph.source(e));
      }
    }
    return !early.containsAll(late);
  }

  @Override
  public boolean bug(ExecutionGraph graph, int thread) {
    Object met = graph.pending(thread).note;
    String where = " in " + threads.threadName(thread);
    if (met instanceof KernelBug bug) {
      String place = bug.place().map(function -> ", in " + function + "()").orElse("");
      return found(graph, Finding.of(bug), bug.getMessage() + place + where);
    }
    return found(graph, Finding.of(Kind.EXCEPTION), met + where);
  }

  @Override
  public boolean extended(ExecutionGraph graph) {
    UseAfterFree found = UseAfterFree.find(graph, program, model);
    return found == null || found(graph, found.access(), found.free());
  }

  private boolean found(ExecutionGraph graph, int access, int free) {
    boolean use = graph.label(access).type != graph.label(free).type;
    String object = threads.objectName(graph.label(free).location());
    String first = threads.threadName(graph.thread(free));
    String second = threads.threadName(graph.thread(access));
    Report report = report(graph);
    Evidence evidence = report.evidence(free, access);
    Location what = Location.of(object);
    return use
        ? found(
            report.counterexample(
                Finding.of(Kind.USE_AFTER_FREE, what),
                second
                    + " accesses "
                    + threads.name(graph.label(access).location())
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

  private Report report(ExecutionGraph graph) {
    return new Report(threads, graph, early.text());
  }

  private String access(ExecutionGraph graph, int event) {
    String name = threads.threadName(graph.thread(event));
    Trace.Entry entry = threads.entry(graph, event);
    String place = entry.function().isEmpty() ? "" : " in " + entry.function() + "()";
    return entry.access() + " by " + name + place;
  }

  private boolean found(ExecutionGraph graph, Finding what, String summary) {
    return found(report(graph).counterexample(what, summary, Evidence.NONE));
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
      tellProgress();
    }
    return search.goesOn();
  }

  private void tellProgress() {
    long others = blocked + cut;
    search.count(executions - told, others - toldOthers);
    told = executions;
    toldOthers = others;
    search.tell(settings.progress());
  }

  ReplayedThreads threads() {
    return threads;
  }

  /** What is explored: the threads, or what was made from them. */
  Threads program() {
    return program;
  }

  MemoryModel model() {
    return model;
  }

  long executions() {
    return executions;
  }

  long blocked() {
    return blocked;
  }

  /** Executions of all kinds. */
  long ends() {
    return executions + blocked + cut;
  }

  /** Executions that were left where a thread had come to a bound. */
  long cut() {
    return cut;
  }

  Set<Bounds.Reached> reachedBounds() {
    return reachedBounds;
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
