package org.vmacheck.checks.engine.explore;

import org.vmacheck.checks.engine.explore.graph.Explorer;

/**
 * Explores executions without departures first, then those with one, and so on, from the start each
 * time. When a round finds less than half as much again as those before it, the rest comes in one,
 * so that a search that runs to its end takes a few times as long as one that does not deepen.
 */
final class Deepening {

  private final Judgement judgement;
  private final Search search;
  private final Explorer explorer;

  Deepening(Judgement judgement, Search search) {
    this.judgement = judgement;
    this.search = search;
    this.explorer = new Explorer(judgement.threads(), judgement.model(), judgement);
  }

  void explore() {
    int departures = 0;
    long before = 0;
    while (explorer.explore(departures, departures)) {
      search.sawUpTo(departures);
      departures++;
      long now = judgement.ends();
      if (now - before < before / 2) {
        explorer.explore(departures, Integer.MAX_VALUE);
        return;
      }
      before = now;
    }
  }
}
