package org.vmacheck.checks.engine.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final int most;
  private final List<Counterexample> found = new ArrayList<>();

  private EveryFinding(ReplayedThreads threads, Settings settings, int most) {
    this.threads = threads;
    this.settings = settings;
    this.search = new Search(settings);
    this.most = most;
  }

  /**
   * Explores a program.
   *
   * @param budget how long to look at most
   * @param most how many are wanted at most
   */
  public static List<Counterexample> of(
      Setup setup, MemoryModelName model, Duration budget, int most) {
    Settings settings = Settings.defaults().withModel(model).withBudget(budget);
    ReplayedThreads threads = new ReplayedThreads(setup, model, ExploreEngine.BOUNDS);
    EveryFinding every = new EveryFinding(threads, settings, most);
    Explorer explorer = new Explorer(threads, MemoryModel.of(model, threads), every);
    DeepStack.run(explorer::explore);
    return List.copyOf(every.found);
  }

  @Override
  public boolean complete(ExecutionGraph graph) {
    Judgement one = new Judgement(threads, ExploreEngine.BOUNDS, settings, new Search(settings));
    one.complete(graph);
    one.finding().ifPresent(found::add);
    return found.size() < most;
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
