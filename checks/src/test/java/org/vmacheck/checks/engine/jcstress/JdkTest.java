package org.vmacheck.checks.engine.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

  @TempDir private Path home;

  private void install(String release) throws IOException {
    Path java = home.resolve("bin").resolve("java");
    Files.createDirectory(java.getParent());
    Files.createFile(java);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), release);
  }

  @Test
  void theVersionStandsInTheReleaseFile() throws IOException {
    install("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
    assertThat(Jdk.at(home)).map(jdk -> jdk.version().feature()).contains(25);
  }

  @Test
  void anOldOneIsNone() throws IOException {
    install("JAVA_VERSION=\"11.0.2\"\n");
    assertThat(Jdk.at(home)).isEmpty();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"1.8.0_292\"\n");
    assertThat(Jdk.at(home)).isEmpty();
  }

  @Test
  void aDirectoryWithoutJavaIsNone() {
    assertThat(Jdk.at(home)).isEmpty();
  }

  @Test
  void theNewestIsNoOlderThanThisOne() {
    assertThat(Jdk.newest().version().feature())
        .isGreaterThanOrEqualTo(Runtime.version().feature());
    assertThat(Jdk.newest().java()).isExecutable();
  }
}
