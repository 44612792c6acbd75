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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;

class KeptVerdictsTest {

  private static final String BUILD = "a".repeat(64);
  private static final List<Object> QUESTION = List.of("explore", "lkmm", "7.3", "a page");

  @TempDir private Path folder;

  private KeptVerdicts kept() {
    return KeptVerdicts.of(folder, BUILD);
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
    Verdict known = kept().of(QUESTION).orElseThrow();
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
    assertThat(KeptVerdicts.of(folder, "b".repeat(64)).of(QUESTION)).isEmpty();
  }

  @Test
  void anotherQuestionIsAnotherOne() {
    kept().keep(QUESTION, holds());
    assertThat(kept().of(List.of("explore", "lkmm", "7.3", "a page of mine"))).isEmpty();
    assertThat(kept().of(List.of("explore", "lkmm", "7.3a", " page"))).isEmpty();
  }

  @Test
  void onlyWhatHoldsInEveryExecutionIsKept() {
    kept().keep(QUESTION, verdict(Answer.HOLDS, false));
    kept().keep(QUESTION, verdict(Answer.INCONCLUSIVE, false));
    kept().keep(QUESTION, verdict(Answer.VIOLATED, false));
    assertThat(kept().of(QUESTION)).isEmpty();
  }

  @Test
  void aLineThatWasCutOffIsNone() throws IOException {
    kept().keep(QUESTION, holds());
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      String line = Files.readString(file);
      Files.writeString(file, line.substring(0, line.length() - 4));
    }
    assertThat(kept().of(QUESTION)).isEmpty();
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
    assertThat(nowhere.of(QUESTION)).isEmpty();
  }

  @Test
  void thisBuildHasADigestThatStays() throws IOException {
    assertThat(Build.digest()).hasSize(64).isEqualTo(Build.digest());
  }
}
