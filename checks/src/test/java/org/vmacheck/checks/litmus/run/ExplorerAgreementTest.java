package org.vmacheck.checks.litmus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.litmus.LitmusFiles;
import org.vmacheck.checks.litmus.syntax.LitmusReader;
import org.vmacheck.checks.litmus.syntax.LitmusTest;
import org.vmacheck.checks.litmus.syntax.Proposition;

/**
 * The explorer against the enumeration: two ways to all executions under LKMM that have only the
 * axioms in common. The explorer leaves load buffering out.
 */
class ExplorerAgreementTest {

  static Stream<Path> tests() throws Exception {
    return LitmusFiles.below(List.of(Path.of("src/test/resources/litmus"))).stream();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void theExplorerVisitsWhatTheEnumerationFinds(Path file) throws Exception {
    LitmusTest test = unfiltered(LitmusReader.read(Files.readString(file)));
    Counter counter = null;
    try {
      LitmusThreads threads = new LitmusThreads(test);
      counter = new Counter(MemoryModel.of(MemoryModelName.LKMM, threads));
      new Explorer(threads, counter.model, counter).explore();
    } catch (LitmusThreads.NoSuchStep noSuchStep) {
      assumeThat(noSuchStep).as("a step that the explorer does not have").isNull();
    }
    LitmusResult result = Enumeration.run(test);

    assertThat(counter.executions).isEqualTo(executions(result) - result.loadBuffering());
    assertThat(counter.dataRace).isEqualTo(result.dataRace());
  }

  private static LitmusTest unfiltered(LitmusTest test) {
    return new LitmusTest(
        test.name(),
        test.initial(),
        test.threads(),
        test.locations(),
        new Proposition.True(),
        test.quantifier(),
        test.condition());
  }

  private static long executions(LitmusResult result) {
    return result.positive() + result.negative();
  }

  private static final class Counter implements Visitor {
    private final MemoryModel model;
    private long executions;
    private boolean dataRace;

    Counter(MemoryModel model) {
      this.model = model;
    }

    @Override
    public boolean complete(ExecutionGraph graph) {
      executions++;
      dataRace |= model.dataRace(graph) != null;
      return true;
    }

    @Override
    public boolean blocked(ExecutionGraph graph, boolean stuck) {
      return true;
    }

    @Override
    public boolean cut(ExecutionGraph graph) {
      throw new IllegalStateException("a litmus test has no bounds");
    }

    @Override
    public boolean bug(ExecutionGraph graph, int thread) {
      throw new IllegalStateException("a litmus test has no findings");
    }
  }
}
