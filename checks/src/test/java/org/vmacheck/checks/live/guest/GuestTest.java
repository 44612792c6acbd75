package org.vmacheck.checks.live.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.HostDied;
import org.vmacheck.checks.live.kernel.KernelImages;

/** A real guest, where there are QEMU, a C compiler and a kernel that was fetched. */
class GuestTest {

  private static final String SOURCE =
      """
      #include <fcntl.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <sys/utsname.h>
      #include <unistd.h>
      int main(int argc, char **argv)
      {
        struct utsname name;
        char line[64] = "";
        if (!uname(&name))
          printf("%s %d %s", name.release, argc - 1, fgets(line, sizeof(line), stdin));
        fflush(stdout);
        if (!strcmp(argv[1], "panic")) {
          int fd = open("/proc/sysrq-trigger", O_WRONLY);
          return write(fd, "c", 1) != 1;
        }
        return atoi(argv[1]);
      }
      """;

  @TempDir private Path folder;
  private KernelImages.Image image;
  private Path program;

  @BeforeEach
  void aMachineThatCanRunGuests() throws IOException {
    assumeTrue(isOnPath(Qemu.PROGRAM), "no " + Qemu.PROGRAM);
    CCompiler compiler = CCompiler.onPath().orElse(null);
    assumeTrue(compiler != null, "no C compiler");
    List<KernelImages.Image> images = KernelImages.ofUser().all();
    assumeTrue(!images.isEmpty(), "no kernel: vmacheck kernels get 7.3");
    image = images.get(images.size() - 1);
    program = folder.resolve("program");
    compiler.compile(SOURCE, program, List.of("-O1", "-static"));
  }

  private static boolean isOnPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, name)));
  }

  private Host.Job job(String... arguments) {
    return new Host.Job(program, List.of(arguments), "hello\n");
  }

  @Test
  void programsRunOnThatKernelAndAPanicEndsItWithItsLastWords() {
    List<String> heard = new ArrayList<>();
    Guest guest = new Guest(image.vmlinuz(), Duration.ofSeconds(60));
    HostDied died =
        catchThrowableOfType(
            HostDied.class,
            () ->
                guest.run(
                    List.of(job("0"), job("3", "more"), job("panic"), job("0")),
                    (at, status, lines) -> heard.add(at + ":" + status + ":" + lines)));
    assertThat(heard)
        .containsExactly(
            "0:0:[" + image.kernel() + " 1 hello]", "1:3:[" + image.kernel() + " 2 hello]");
    assertThat(died.during()).isEqualTo(2);
    assertThat(died).hasMessageContaining("the guest panicked in program 3 of 4", "sysrq");
  }
}
