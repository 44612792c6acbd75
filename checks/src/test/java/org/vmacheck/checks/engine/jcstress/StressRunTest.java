package org.vmacheck.checks.engine.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.jcstress.StressResult.Expected;
import org.vmacheck.checks.engine.jcstress.StressResult.Outcome;

class StressRunTest {

  private static StressResult result(long lost) {
    return new StressResult(
        "canary",
        List.of(
            new Outcome("1", lost, Expected.INTERESTING, "lost"),
            new Outcome("2", 100, Expected.ACCEPTABLE, "kept")));
  }

  @Test
  void aCanaryThatLosesNothingIsNotBelieved() {
    assertThatThrownBy(() -> StressRun.believe(List.of(result(0))))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("100 samples");
    StressRun.believe(List.of(result(1)));
  }

  /** The only test that starts JCStress as the command does: the canary, in all of its forks. */
  @Test
  void theCanaryRunsInAJvmOfItsOwnAndNothingIsLeftBehind() throws Exception {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    List<String> heard = new ArrayList<>();
    Jdk own = new Jdk(Path.of(System.getProperty("java.home")), Runtime.version());
    StressRun.Listener listener =
        new StressRun.Listener() {
          @Override
          public void batch(String name) {
            heard.add(name);
          }

          @Override
          public void forks(int done, int planned) {
            heard.add("forks");
          }
        };
    try (StressRun run = new StressRun(own, Effort.BRIEF, listener)) {
      run.run(List.of());
      assertThat(run.results()).isEmpty();
    }
    assertThat(heard).startsWith("Canary").contains("forks");
    assertThat(directoriesOfThisProcess()).isEmpty();
  }

  /** Another run on this machine may be at work in one of its own. */
  private static Set<Path> directoriesOfThisProcess() throws Exception {
    String own = "vmacheck-stress-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(own))
          .collect(Collectors.toSet());
    }
  }
}
