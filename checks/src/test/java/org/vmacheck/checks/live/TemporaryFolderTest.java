package org.vmacheck.checks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

  @TempDir private Path parent;

  @Test
  void itGoesWithAllThatIsInIt() throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.in(parent, "it")) {
      Files.createDirectories(folder.resolve("deep").resolve("down"));
      Files.writeString(folder.resolve("deep").resolve("file"), "text");
      assertThat(parent).isNotEmptyDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void whatWasMovedOutStays() throws IOException {
    Path target = parent.resolve("target");
    try (TemporaryFolder folder = TemporaryFolder.in(parent, "it")) {
      Files.move(Files.writeString(folder.resolve("file"), "text"), target);
    }
    assertThat(parent).isDirectoryContaining(target::equals);
    try (var left = Files.list(parent)) {
      assertThat(left).containsExactly(target);
    }
  }
}
