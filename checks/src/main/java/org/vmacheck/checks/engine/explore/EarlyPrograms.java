package org.vmacheck.checks.engine.explore;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.explore.graph.Early;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.Observations;
import org.vmacheck.checks.engine.explore.graph.Threads;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;

/**
 * A program and, after it, those that it is as well where accesses are early: their executions
 * together are those of the program with load buffering.
 */
final class EarlyPrograms {

  private final ReplayedThreads threads;
  private final Settings settings;
  private final Search search;
  private final Observations observed = new Observations();

  private final List<Judgement> others = new ArrayList<>();

  EarlyPrograms(ReplayedThreads threads, Settings settings, Search search) {
    this.threads = threads;
    this.settings = settings;
    this.search = search;
  }

  /** Explores all of them, the program as it is first. */
  void explore(Judgement first) {
    explore(observed.of(threads), first);
    int before;
    do {
      before = observed.size();
      others.clear();
      for (Early early : Early.all(observed)) {
        if (!search.goesOn()) {
          return;
        }
        judge(early);
      }
      // what has been seen to be read only now, an access may depend on
    } while (search.goesOn() && before != observed.size());
  }

  /** One of them, that is to be explored, after the program as it is has been. */
  Judgement unexplored(Early early) {
    DeepStack.run(() -> explore(observed.of(threads), judgement(Early.NOTHING)));
    return judgement(early);
  }

  private Judgement judgement(Early early) {
    Threads program = observed.of(early.of(threads, observed));
    return new Judgement(threads, early, program, ExploreEngine.BOUNDS, settings, search.within());
  }

  /** Explores one program; again if what it is made of has not been all there is. */
  private void judge(Early early) {
    int before;
    Judgement judgement;
    do {
      before = observed.size();
      judgement = judgement(early);
      explore(judgement.program(), judgement);
    } while (before != observed.size() && search.goesOn());
    if (before != observed.size()) {
      return; // the time is over
    }
    others.add(judgement);
    if (judgement.finding().isPresent()) {
      search.end();
    }
  }

  private void explore(Threads program, Judgement judgement) {
    new Explorer(program, judgement.model(), new Watching(judgement)).explore();
  }

  /** Notes what executions come to, and judges them. */
  private final class Watching implements Visitor {

    private final Judgement judgement;

    Watching(Judgement judgement) {
      this.judgement = judgement;
    }

    @Override
    public boolean complete(ExecutionGraph graph) {
      observed.add(graph, threads);
      return judgement.complete(graph);
    }

    @Override
    public boolean blocked(ExecutionGraph graph, boolean stuck) {
      observed.add(graph, threads);
      return judgement.blocked(graph, stuck);
    }

    @Override
    public boolean cut(ExecutionGraph graph) {
      observed.add(graph, threads);
      return judgement.cut(graph);
    }

    @Override
    public boolean bug(ExecutionGraph graph, int thread) {
      return judgement.bug(graph, thread);
    }

    @Override
    public boolean extended(ExecutionGraph graph) {
      return judgement.extended(graph);
    }

    @Override
    public boolean tick() {
      return judgement.tick();
    }
  }

  /** The judgements of all programs but the first. */
  List<Judgement> others() {
    return others;
  }

  /** What was looked at, for the detail of a verdict. */
  String text() {
    long more = others.stream().mapToLong(Judgement::ends).sum();
    String left = observed.leftOut() ? ", but for some that much is read before" : "";
    return more + " of " + others.size() + " programs with up to two accesses early" + left;
  }
}
