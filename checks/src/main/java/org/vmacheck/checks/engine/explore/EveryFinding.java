package org.vmacheck.checks.engine.explore;

import java.time.Duration;
import java.util.function.Predicate;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.scenario.Setup;

/**
 * The executions of a program that come to their end and are not as they should be: all of them,
 * where a verdict needs but one.
 */
public final class EveryFinding implements Visitor {

  private final ReplayedThreads threads;
  private final Settings settings;
  private final Search search;
  private final Predicate<Counterexample> more;

  private EveryFinding(ReplayedThreads threads, Settings settings, Predicate<Counterexample> more) {
    this.threads = threads;
    this.settings = settings;
    this.search = new Search(settings);
    this.more = more;
  }

  /**
   * Explores a program.
   *
   * @param budget how long to look at most
   * @param more takes each execution, and says whether to look for another one
   */
  public static void visit(
      Setup setup, MemoryModelName model, Duration budget, Predicate<Counterexample> more) {
    Settings settings = Settings.defaults().withModel(model).withBudget(budget);
    ReplayedThreads threads = new ReplayedThreads(setup, model, ExploreEngine.BOUNDS);
    EveryFinding every = new EveryFinding(threads, settings, more);
    Explorer explorer = new Explorer(threads, MemoryModel.of(model, threads), every);
    DeepStack.run(explorer::explore);
  }

  @Override
  public boolean complete(ExecutionGraph graph) {
    Judgement one = new Judgement(threads, ExploreEngine.BOUNDS, settings, new Search(settings));
    one.complete(graph);
    return one.finding().map(more::test).orElse(true);
  }

  @Override
  public boolean blocked(ExecutionGraph graph, boolean stuck) {
    return true;
  }

  @Override
  public boolean cut(ExecutionGraph graph) {
    return true;
  }

  @Override
  public boolean bug(ExecutionGraph graph, int thread) {
    return true;
  }

  @Override
  public boolean tick() {
    return search.goesOn();
  }
}
