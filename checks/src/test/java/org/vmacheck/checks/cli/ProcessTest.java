package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: exit statuses, Ctrl-C, what is left behind. */
class ProcessTest {

  @TempDir private Path folder;
  @TempDir private Path cache;

  private Process start(Class<?> main, String... args) throws IOException {
    // A build that runs in the background ignores interrupts, and hands that on.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(args));
    ProcessBuilder process =
        new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
    process.environment().put("XDG_CACHE_HOME", cache.toString());
    return process.start();
  }

  private static String end(Process process, int status) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(status);
    return out;
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(folder.resolve("err"));
  }

  @Test
  void badArgumentsEndWithStatus2AndOneLine() throws Exception {
    assertThat(end(start(Vmacheck.class, "check", "--sede", "1"), 2)).isEmpty();
    assertThat(errors()).singleElement().asString().contains("--sede", "--seed");
  }

  @Test
  void theListEndsWithStatus0AndSaysNothingOnStandardError() throws Exception {
    assertThat(end(start(Vmacheck.class, "list", "kernels"), 0)).contains("6.18");
    assertThat(errors()).isEmpty();
  }

  @Test
  void whatAnEarlierRunHasExploredIsNotExploredAgainUnlessThatIsAsked() throws Exception {
    String[] check = {"check", "C105/sealed", "--kernel", "7.3"};
    assertThat(end(start(Vmacheck.class, check), 0)).doesNotContain("earlier run");
    assertThat(end(start(Vmacheck.class, check), 0))
        .contains(" of them are known from an earlier run of this build; --afresh asks again.");
    String[] afresh = {"check", "C105/sealed", "--kernel", "7.3", "--afresh"};
    assertThat(end(start(Vmacheck.class, afresh), 0)).doesNotContain("earlier run");
  }

  @Test
  void anInterruptPrintsWhatIsKnownAndEndsWith130() throws Exception {
    Path json = folder.resolve("verdicts.json");
    Process process = start(SlowVmacheck.class, "--json", json.toString());
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).isEqualTo(SlowVmacheck.SECOND_QUESTION);

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(out.lines())
        .anyMatch(line -> line.equals("Interrupted. 1 of 5 judged so far:"))
        .anyMatch(line -> line.startsWith(" C1/first "))
        .noneMatch(line -> line.startsWith(" C2/second "));
    end(process, 130);
    assertThat(errors()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("err"));
    }
  }
}
