package org.vmacheck.checks.litmus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape with a name, with and without the order that forbids it. */
class NamedShapesTest {
  private static final Path FOLDER = Path.of("src/test/resources/litmus");

  static Stream<Path> tests() throws Exception {
    return LitmusFiles.below(List.of(FOLDER)).stream();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void aShapeHasTheOutcomeThatItsFileStates(Path file) throws Exception {
    Outcome outcome = Outcome.of(file, LitmusEngine.ENUMERATE);

    assertThat(outcome).isInstanceOf(Outcome.Ran.class);
    Outcome.Ran ran = (Outcome.Ran) outcome;
    Expectations.Row row = expectations().of(file).orElseThrow();
    assertThat(row.differences(ran.result())).as(HerdText.of(ran.result())).isEmpty();
  }

  @Test
  void theNameInTheFileIsTheNameOfTheFile() throws Exception {
    assertThat(tests())
        .allSatisfy(
            file -> {
              Outcome.Ran ran = (Outcome.Ran) Outcome.of(file, LitmusEngine.ENUMERATE);
              assertThat(file.getFileName().toString())
                  .isEqualTo(ran.result().test().name() + ".litmus");
            });
  }

  private static Expectations expectations() throws Exception {
    return Expectations.read(FOLDER.resolve("expected.csv"));
  }
}
