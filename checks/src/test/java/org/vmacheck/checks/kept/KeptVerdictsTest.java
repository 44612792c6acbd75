package org.vmacheck.checks.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.model.memory.KernelBug;

class KeptVerdictsTest {

  private static final String BUILD = "a".repeat(64);
  private static final List<Object> QUESTION = List.of("explore", "lkmm", "7.3", "a page");

  private static final Function<String, Optional<Counterexample>> NO_REPLAY =
      replay -> Optional.empty();

  @TempDir private Path folder;

  private KeptVerdicts kept() {
    return KeptVerdicts.of(folder, BUILD);
  }

  private Optional<Verdict> known(List<Object> question) {
    return kept().of(question, NO_REPLAY);
  }

  private static Verdict verdict(Answer answer, boolean exhaustive) {
    return new Verdict(
        answer, exhaustive, 45, 2, Duration.ofMillis(7), "every execution", Optional.empty());
  }

  private static Verdict holds() {
    return verdict(Answer.HOLDS, true);
  }

  @Test
  void aQuestionOfAnEarlierRunHasTheSameAnswer() {
    kept().keep(QUESTION, holds());
    Verdict known = known(QUESTION).orElseThrow();
    assertThat(known.answer()).isEqualTo(Answer.HOLDS);
    assertThat(known.exhaustive()).isTrue();
    assertThat(known.executions()).isEqualTo(45);
    assertThat(known.blocked()).isEqualTo(2);
    assertThat(known.time()).isEqualTo(Duration.ofMillis(7));
    assertThat(known.detail()).isEqualTo("every execution, found by an earlier run");
  }

  @Test
  void anotherBuildKnowsNothing() {
    kept().keep(QUESTION, holds());
    assertThat(KeptVerdicts.of(folder, "b".repeat(64)).of(QUESTION, NO_REPLAY)).isEmpty();
  }

  @Test
  void anotherQuestionIsAnotherOne() {
    kept().keep(QUESTION, holds());
    assertThat(known(List.of("explore", "lkmm", "7.3", "a page of mine"))).isEmpty();
    assertThat(known(List.of("explore", "lkmm", "7.3a", " page"))).isEmpty();
  }

  @Test
  void aCounterexampleIsKeptAsTheExecutionThatIsRunAgain() {
    Counterexample found = counterexample(Optional.of("sc a12 b3"));
    kept().keep(QUESTION, verdict(Answer.VIOLATED, false).shownBy(found));
    Verdict known =
        kept()
            .of(QUESTION, replay -> replay.equals("sc a12 b3") ? Optional.of(found) : none())
            .orElseThrow();
    assertThat(known.answer()).isEqualTo(Answer.VIOLATED);
    assertThat(known.exhaustive()).isFalse();
    assertThat(known.counterexample()).contains(found);
    assertThat(known.detail()).isEqualTo("every execution, found by an earlier run");
  }

  @Test
  void anExecutionThatTheProgramDoesNotHaveIsLookedForAfresh() {
    kept()
        .keep(
            QUESTION,
            verdict(Answer.VIOLATED, false).shownBy(counterexample(Optional.of("sc a1"))));
    assertThat(known(QUESTION)).isEmpty();
  }

  @Test
  void aCounterexampleThatCannotBeRunAgainIsNotKept() {
    kept().keep(QUESTION, verdict(Answer.VIOLATED, false).shownBy(counterexample(none())));
    assertThat(kept().of(QUESTION, replay -> Optional.of(counterexample(none())))).isEmpty();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static Counterexample counterexample(Optional<String> replay) {
    return new Counterexample(
        Finding.of(KernelBug.Kind.DEADLOCK),
        "both wait",
        Counterexample.Evidence.NONE,
        List.of("P0", "P1"),
        List.of(),
        List.of(),
        replay,
        "");
  }

  @Test
  void whatHoldsWithinABoundIsKeptAsThat() {
    kept().keep(QUESTION, verdict(Answer.HOLDS, false));
    assertThat(known(QUESTION).map(Verdict::exhaustive)).contains(false);
  }

  @Test
  void whatIsNotDecidedOrShownIsNotKept() {
    kept().keep(QUESTION, verdict(Answer.INCONCLUSIVE, false));
    kept().keep(QUESTION, verdict(Answer.VIOLATED, false));
    assertThat(known(QUESTION)).isEmpty();
  }

  @Test
  void aLineThatWasCutOffIsNone() throws IOException {
    kept().keep(QUESTION, holds());
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      String line = Files.readString(file);
      Files.writeString(file, line.substring(0, line.length() - 4));
    }
    assertThat(known(QUESTION)).isEmpty();
  }

  @Test
  void ofManyBuildsTheLastOnesAreLeft() throws IOException {
    for (int build = 0; build < 9; build++) {
      String name = String.valueOf(build).repeat(64);
      KeptVerdicts.of(folder, name).keep(QUESTION, holds());
      FileTime time = FileTime.from(Instant.ofEpochSecond(1_000_000 + build));
      Files.setLastModifiedTime(folder.resolve(name.substring(0, 32)), time);
    }
    kept().keep(QUESTION, holds());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString().substring(0, 1)))
          .containsExactlyInAnyOrder("a", "8", "7", "6");
    }
  }

  @Test
  void aFolderThatCannotBeIsAsGoodAsNone() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    KeptVerdicts nowhere = KeptVerdicts.of(file, BUILD);
    nowhere.keep(QUESTION, holds());
    assertThat(nowhere.of(QUESTION, NO_REPLAY)).isEmpty();
  }

  @Test
  void thisBuildHasADigestThatStays() throws IOException {
    assertThat(Build.digest()).hasSize(64).isEqualTo(Build.digest());
  }
}
