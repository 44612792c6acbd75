package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.graph.WholeGraph;
import org.vmacheck.checks.engine.explore.replay.Bounds;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;

/** What the explorer asks of LKMM in its own way has the axioms' answer. */
class WholeGraphTest {

  private static final int PROGRAMS = Integer.getInteger("programs", 60);

  /** Enough for most programs; of the others the first executions are compared. */
  private static final int EXECUTIONS = 100;

  @Test
  void everyQuestionOnAnyGraphOfAnyProgramIsAnsweredAsTheAxiomsAnswerIt() {
    long questions = 0;
    long races = 0;
    for (long seed = 0; seed < PROGRAMS; seed++) {
      WeakProgram program = WeakProgram.draw(seed);
      ReplayedThreads threads =
          new ReplayedThreads(program::on, MemoryModelName.LKMM, new Bounds(1_000, 0));
      Asking asking = new Asking(new WholeGraph(threads));

      try {
        DeepStack.run(() -> new Explorer(threads, asking.model, asking).explore());
      } catch (EngineFailure difference) {
        throw new AssertionError(seed + ": " + program, difference);
      }

      questions += asking.model.questions();
      races += asking.races;
    }
    assertThat(questions).isGreaterThan(PROGRAMS);
    assertThat(races).isPositive();
  }

  private static final class Asking implements Visitor {
    private final WholeGraph model;
    private int executions;
    private long races;

    Asking(WholeGraph model) {
      this.model = model;
    }

    @Override
    public boolean complete(ExecutionGraph graph) {
      races += model.dataRace(graph) == null ? 0 : 1;
      model.askOfAllPairs(graph);
      return ++executions < EXECUTIONS;
    }

    @Override
    public boolean blocked(ExecutionGraph graph, boolean stuck) {
      return ++executions < EXECUTIONS;
    }

    @Override
    public boolean cut(ExecutionGraph graph) {
      throw new AssertionError("a thread came to its bound");
    }

    @Override
    public boolean bug(ExecutionGraph graph, int thread) {
      throw new AssertionError(graph.pending(thread).note);
    }
  }
}
