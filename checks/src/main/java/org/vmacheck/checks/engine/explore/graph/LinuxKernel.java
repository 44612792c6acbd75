package org.vmacheck.checks.engine.explore.graph;

import org.vmacheck.checks.engine.explore.lkmm.Relation;

/**
 * The Linux-kernel memory model. A graph whose {@code before} rows are an order needs no look at
 * the axioms (see {@link Preserved}); the others are checked in full, but for the axiom that an
 * extension at the end of a thread may violate: that of RCU is left to the end of the execution.
 */
public final class LinuxKernel extends MemoryModel {

  private final Threads program;

  LinuxKernel(Threads program) {
    this.program = program;
  }

  @Override
  boolean keepsOrder() {
    return false;
  }

  @Override
  boolean consistent(ExecutionGraph graph) {
    Candidate candidate = Candidate.withoutGracePeriods(graph, program);
    return candidate.axioms.consistent(candidate.rf, candidate.co);
  }

  @Override
  boolean acceptsEnd(ExecutionGraph graph) {
    if (graph.ordered && graph.gracePeriods == 0) {
      return true;
    }
    Candidate candidate = Candidate.of(graph, program);
    return candidate.axioms.consistent(candidate.rf, candidate.co);
  }

  @Override
  boolean before(ExecutionGraph graph, int first, int second) {
    if (graph.sync.get(second, first)) {
      return true;
    }
    Candidate candidate = Candidate.of(graph, program);
    return candidate
        .axioms
        .executedBefore(candidate.rf, candidate.co)
        .contains(candidate.numbers[first], candidate.numbers[second]);
  }

  @Override
  DataRace dataRace(ExecutionGraph graph) {
    if (new Synchronization(graph).ordersPlainAccesses()) {
      return null;
    }
    Candidate candidate = Candidate.of(graph, program);
    Relation races = candidate.axioms.dataRaces(candidate.rf, candidate.co);
    int[] events = Linearization.byThread(graph);
    for (int first : events) {
      for (int second : events) {
        if (races.contains(candidate.numbers[first], candidate.numbers[second])
            && !program.mayRace(graph.step[first].location)) {
          return new DataRace(first, second);
        }
      }
    }
    return null;
  }
}
