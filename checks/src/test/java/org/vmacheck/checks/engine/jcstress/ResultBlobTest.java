package org.vmacheck.checks.engine.jcstress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmacheck.checks.engine.EngineFailure;

class ResultBlobTest {

  @Test
  void aRunWithoutResultsIsAFailure(@TempDir Path empty) {
    assertThatThrownBy(() -> ResultBlob.read(empty, List.of("a")))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("without results");
  }

  @Test
  void aTestThatWasDroppedIsAFailureThatNamesIt() {
    assertThatThrownBy(() -> ResultBlob.mustBe(List.of("a", "b"), List.of("a")))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("asked for 2")
        .hasMessageContaining("missing: b");
  }

  @Test
  void aResultThatNobodyAskedForIsAFailure() {
    assertThatThrownBy(() -> ResultBlob.mustBe(List.of("a"), List.of("a", "b")))
        .isInstanceOf(EngineFailure.class);
    assertThatThrownBy(() -> ResultBlob.mustBe(List.of("a"), List.of("b")))
        .isInstanceOf(EngineFailure.class);
  }

  @Test
  void aResultOfEachTestIsRight() {
    assertThatCode(() -> ResultBlob.mustBe(List.of("a", "b"), List.of("b", "a")))
        .doesNotThrowAnyException();
  }
}
