package org.vmacheck.checks.live.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmacheck.checks.live.HostDied;

/** How a guest is listened to, with a shell in its place. */
class BootTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir private Path folder;
  private final List<String> heard = new ArrayList<>();

  private Path console() {
    return folder.resolve("console");
  }

  private void run(String script, int jobs, Duration patience, Duration silence)
      throws IOException {
    new Boot(List.of("/bin/sh", "-c", script), console(), patience, silence)
        .run(jobs, (job, status, lines) -> heard.add(job + ":" + status + ":" + lines));
  }

  private HostDied death(String script, Duration silence) {
    return catchThrowableOfType(HostDied.class, () -> run(script, 2, LONG, silence));
  }

  @Test
  void eachProgramsLinesAndStatusAreToldAndQemusOwnAreNot() throws IOException {
    run(
        "echo qemu: warning; echo @boot; echo @begin 0; echo a; echo b; echo @end 0 0;"
            + " echo between; echo @begin 1; echo @end 1 139",
        2,
        LONG,
        LONG);
    assertThat(heard).containsExactly("0:0:[a, b]", "1:139:[]");
  }

  @Test
  void aFrameOfAnotherProgramIsALineOfThisOne() throws IOException {
    run("echo @boot; echo @begin 0; echo @end 7 0; echo @end 0 1", 1, LONG, LONG);
    assertThat(heard).containsExactly("0:1:[@end 7 0]");
  }

  @Test
  void whatEndedBeforeAPanicIsKeptAndThePanicIsTold() throws IOException {
    Files.writeString(console(), "noise\n[1.0] BUG: kernel NULL pointer\n[1.1] RIP: vma_merge\n");
    HostDied died =
        death("echo @boot; echo @begin 0; echo @end 0 0; echo @begin 1; echo half", LONG);
    assertThat(heard).containsExactly("0:0:[]");
    assertThat(died.during()).isEqualTo(1);
    assertThat(died)
        .hasMessage(
            "the guest panicked in program 2 of 2; its last words:\n"
                + "  [1.0] BUG: kernel NULL pointer\n  [1.1] RIP: vma_merge\n  half");
  }

  @Test
  void aGuestThatHangsIsEnded() {
    HostDied died = death("echo @boot; echo @begin 0; echo half; exec sleep 600", SHORT);
    assertThat(died.during()).isZero();
    assertThat(died)
        .hasMessage("the guest said nothing for 0 s in program 1 of 2; its last words:\n  half");
  }

  @Test
  void aGuestThatDoesNotComeUpIsNoFaultOfAProgram() {
    assertThatThrownBy(() -> run("echo could not load kernel; exit 1", 1, LONG, LONG))
        .isNotInstanceOf(HostDied.class)
        .hasMessage("the guest ended before it was up; its last words:\n  could not load kernel");
    assertThatThrownBy(() -> run("exec sleep 600", 1, SHORT, LONG))
        .isNotInstanceOf(HostDied.class)
        .hasMessage("the guest said nothing for 0 s before it was up, without a word");
  }

  @Test
  void aGuestWithoutProgramsIsEndedAsSoonAsItIsUp() throws IOException {
    run("echo @boot; exec sleep 600", 0, LONG, LONG);
    assertThat(heard).isEmpty();
    assertThat(ofThisProcess("sleep 600")).isEmpty();
  }

  private static Optional<ProcessHandle> ofThisProcess(String command) {
    return ProcessHandle.current()
        .descendants()
        .filter(one -> one.info().commandLine().orElse("").contains(command))
        .peek(one -> one.onExit().join())
        .filter(ProcessHandle::isAlive)
        .findAny();
  }

  @Test
  void aMachineWithoutQemuIsOneLine() {
    Boot boot = new Boot(List.of("qemu-system-none"), console(), LONG, LONG);
    assertThatThrownBy(() -> boot.run(1, (job, status, lines) -> {}))
        .hasMessage("there is no qemu-system-none on this machine");
  }
}
