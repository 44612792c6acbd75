package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in front of the command, as far as it can be seen without a build. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  private static final Path LAUNCHER = Path.of("..", "vmacheck").toAbsolutePath().normalize();

  @TempDir private Path folder;

  private String run(Path launcher, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", launcher.toString(), "--version")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitStatus.INTERNAL_ERROR);
    return output;
  }

  /** A Java installation that says that it is of that version. */
  private Path java(String version) throws Exception {
    Path home = Files.createDirectories(folder.resolve("jdk"));
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 1\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void aJavaHomeWithoutJavaIsOneLine() throws Exception {
    assertThat(run(LAUNCHER, Map.of("JAVA_HOME", folder.toString())))
        .isEqualTo("vmacheck: JAVA_HOME is " + folder + ", but there is no bin/java in it\n");
  }

  @Test
  void aJavaThatIsTooOldIsOneLine() throws Exception {
    assertThat(run(LAUNCHER, Map.of("JAVA_HOME", java("11.0.2").toString())))
        .startsWith("vmacheck: needs Java 17 or newer, but ")
        .endsWith("is Java 11\n");
  }

  @Test
  void itFindsItsHomeThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("vc"), LAUNCHER);
    String output = run(link, Map.of("JAVA_HOME", java("1.8.0").toString()));
    Files.delete(link);
    assertThat(output).contains("needs Java 17 or newer");
  }
}
