package org.vmacheck.checks.litmus.run;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.Early;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Observations;
import org.vmacheck.checks.engine.explore.graph.Threads;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.litmus.syntax.LitmusTest;
import org.vmacheck.checks.litmus.syntax.Term;
import org.vmacheck.checks.litmus.syntax.Term.Observable;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;

/**
 * The executions of a litmus test as the explorer visits them: once each all that are consistent
 * but for those with load buffering, in which somebody reads what is written later; or these as
 * well, and some more than once.
 */
public final class Exploration implements Visitor {
  /** What the explorer does between two ticks. */
  private static final long TICK = 300_000;

  private final LitmusTest test;
  private final Effort effort = new Effort();
  private final InitialState start;
  private final LitmusThreads threads;
  private final MemoryModel model;
  private final Observations observed = new Observations();
  private final SortedSet<Observable> observables = new TreeSet<>();

  private final TreeMap<String, Long> states = new TreeMap<>();
  private long positive;
  private long negative;
  private boolean dataRace;
  private boolean cut;

  private Exploration(LitmusTest test) {
    this.test = test;
    start = new InitialState(test);
    threads = new LitmusThreads(test, start);
    model = MemoryModel.of(MemoryModelName.LKMM, threads);
    observables.addAll(test.locations());
    test.condition().forEachObservable(observables::add);
  }

  /**
   * Runs a test.
   *
   * @throws UnsupportedConstruct if a thread does what is not supported, or there is too much to do
   */
  public static LitmusResult run(LitmusTest test) {
    Exploration exploration = new Exploration(test);
    new Explorer(exploration.threads, exploration.model, exploration).explore();
    return exploration.result();
  }

  /**
   * Runs a test, with load buffering. How often a state comes up means nothing then.
   *
   * @throws UnsupportedConstruct if a thread does what is not supported, or there is too much to do
   */
  public static LitmusResult runWithLoadBuffering(LitmusTest test) {
    Exploration exploration = new Exploration(test);
    exploration.exploreEarly(Early.NOTHING);
    int before;
    do {
      before = exploration.observed.size();
      Early.all(exploration.observed).forEach(exploration::exploreEarly);
    } while (before != exploration.observed.size());
    return exploration.result();
  }

  private void exploreEarly(Early early) {
    Threads program = observed.of(early.of(threads, observed));
    new Explorer(program, MemoryModel.of(MemoryModelName.LKMM, program), this).explore();
  }

  private LitmusResult result() {
    return new LitmusResult(test, states, positive, negative, Optional.empty(), dataRace, cut);
  }

  @Override
  public boolean complete(ExecutionGraph graph) {
    effort.spend(100L * graph.size());
    observed.add(graph, threads);
    threads.requireAddresses(graph, start.addresses);
    EndState end = new EndState(observable -> value(graph, observable), start.addresses);
    if (!end.satisfies(test.filter())) {
      return true;
    }
    states.merge(end.show(observables), 1L, Long::sum);
    if (end.satisfies(test.condition())) {
      positive++;
    } else {
      negative++;
    }
    dataRace = dataRace || model.dataRace(graph) != null;
    return true;
  }

  private long value(ExecutionGraph graph, Observable observable) {
    if (observable instanceof Term.Register register) {
      if (register.thread() >= threads.count()) {
        throw new UnsupportedConstruct("register of a thread that is not there", 0);
      }
      return LitmusThreads.registers(graph.pending(register.thread()))
          .getOrDefault(register.name(), 0L);
    }
    int cell = threads.cell(start.addresses.of(((Term.Location) observable).name()));
    return graph.finalValue(cell, threads.initial(cell));
  }

  @Override
  public boolean blocked(ExecutionGraph graph, boolean stuck) {
    observed.add(graph, threads);
    return true;
  }

  @Override
  public boolean tick() {
    effort.spend(TICK);
    return true;
  }

  /** Only loops have a bound here. */
  @Override
  public boolean cut(ExecutionGraph graph) {
    observed.add(graph, threads);
    cut = true;
    return true;
  }

  @Override
  public boolean bug(ExecutionGraph graph, int thread) {
    throw new IllegalStateException("a litmus test has no findings");
  }
}
