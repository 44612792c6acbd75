package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmacheck.checks.engine.jcstress.StressRun.Batch;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.stress.MemoryOrderQuestion;

class StressCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Vmacheck.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void anUnknownIdIsOneLineThatSaysWhatIsNear() {
    assertThat(run("stress", "Speculatoin")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("no stress test 'Speculatoin'", "Speculation");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aDirectoryWithoutJavaIsBadInput(@TempDir Path empty) {
    assertThat(run("stress", "C25", "--jdk", empty.toString())).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("there is no bin/java in " + empty);
  }

  @Test
  void aJsonFileThatCannotBeWrittenIsBadInput(@TempDir Path folder) {
    assertThat(run("stress", "C25", "--json", folder.toString())).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("--json").contains("is a directory");
  }

  @Test
  void anUnknownModeIsBadInput() {
    assertThat(run("stress", "--mode", "forever")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void theTestsAreListed() {
    assertThat(run("list", "tests")).isZero();
    assertThat(out.toString()).contains("Speculation", "C25", "FlagBeforeMarker");
  }

  @Test
  void noNameMeansEveryTestOnce() {
    assertThat(StressTests.named(List.of()).stream().flatMap(batch -> batch.tests().stream()))
        .hasSameElementsAs(
            MemoryOrderQuestion.all().stream().flatMap(q -> q.tests().stream()).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void aTestIsFoundByItsFileItsClaimsItsRacesAndItsOwnName() {
    List<Batch> file = StressTests.named(List.of("FlagBeforeMarker"));
    assertThat(file).hasSize(1);
    assertThat(file.get(0).tests()).hasSize(3);
    assertThat(StressTests.named(List.of("c66"))).isEqualTo(file);
    assertThat(StressTests.named(List.of("C66", "C67"))).isEqualTo(file);
    assertThat(StressTests.named(List.of("flagbeforemarker.flagfirst")).get(0).tests())
        .containsExactly("org.vmacheck.stress.FlagBeforeMarker.FlagFirst");
    assertThatThrownBy(() -> StressTests.named(List.of("C1"))).isInstanceOf(InputException.class);
  }
}
