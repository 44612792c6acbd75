package org.vmacheck.checks.litmus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.graph.WholeGraph;
import org.vmacheck.checks.litmus.syntax.LitmusReader;
import org.vmacheck.checks.litmus.syntax.LitmusTest;

/** What the axioms say of the part of a graph that matters is what they say of all of it. */
class PartsOfGraphsTest {

  @ParameterizedTest
  @MethodSource("org.vmacheck.checks.litmus.run.ExplorerAgreementTest#tests")
  void everyQuestionHasTheSameAnswerOfThePartAsOfTheWhole(Path file) throws Exception {
    LitmusTest test = LitmusReader.read(Files.readString(file));
    LitmusThreads threads = new LitmusThreads(test, new InitialState(test));
    WholeGraph model = new WholeGraph(threads);

    new Explorer(threads, model, new Everything(model)).explore();

    assertThat(model.questions()).isPositive();
  }

  private record Everything(WholeGraph model) implements Visitor {

    @Override
    public boolean complete(ExecutionGraph graph) {
      model.dataRace(graph);
      model.askOfAllPairs(graph);
      return true;
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
  }
}
