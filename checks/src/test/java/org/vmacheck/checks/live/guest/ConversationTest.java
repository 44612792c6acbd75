package org.vmacheck.checks.live.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.live.TemporaryFolder;

/** How one talks with a program in a guest, with a shell in the guest's place. */
class ConversationTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private TemporaryFolder folder;
  private Path console;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = TemporaryFolder.named("vmacheck-conversation");
    console = folder.resolve("console");
  }

  private Conversation talk(String script, Duration patience, Duration silence) throws IOException {
    return new Conversation(List.of("/bin/sh", "-c", script), folder, console, patience, silence);
  }

  @Test
  void whatIsWrittenIsAnsweredAndTheFolderGoesInTheEnd() throws IOException {
    try (Conversation line =
        talk(
            "echo qemu: warning; echo @boot; echo @begin 0; echo ready;"
                + " while read word; do echo \"<$word>\"; done",
            LONG,
            LONG)) {
      assertThat(line.readLine()).isEqualTo("ready");
      line.write("one\ntwo\n");
      line.flush();
      assertThat(line.readLine()).isEqualTo("<one>");
      assertThat(line.readLine()).isEqualTo("<two>");
    }
    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void aProgramThatEndsIsToldWithItsStatus() throws IOException {
    try (Conversation line =
        talk("echo @boot; echo @begin 0; echo last; echo @end 0 86; exec sleep 600", LONG, LONG)) {
      assertThat(line.readLine()).isEqualTo("last");
      assertThat(line.readLine()).isNull();
      assertThat(line.readLine()).isNull();
      assertThat(line.death()).isEqualTo("the program ended with status 86");
    }
  }

  @Test
  void aPanicIsToldWithTheLastWordsOfTheConsole() throws IOException {
    Files.writeString(console, "noise\n[1.0] BUG: kernel NULL pointer\n[1.1] RIP: vma_merge\n");
    try (Conversation line = talk("echo @boot; echo @begin 0; echo half", LONG, LONG)) {
      assertThat(line.readLine()).isEqualTo("half");
      assertThat(line.readLine()).isNull();
      assertThat(line.death())
          .isEqualTo(
              "the guest panicked; its last words:\n"
                  + "  [1.0] BUG: kernel NULL pointer\n  [1.1] RIP: vma_merge");
    }
  }

  @Test
  void aGuestThatHangsIsEnded() throws IOException {
    try (Conversation line = talk("echo @boot; echo @begin 0; exec sleep 600", LONG, SHORT)) {
      assertThat(line.readLine()).isNull();
      assertThat(line.death()).startsWith("the guest said nothing for 0 s");
    }
  }

  @Test
  void aGuestThatDoesNotComeUpIsOneMessage() throws IOException {
    assertThatThrownBy(() -> talk("echo could not load kernel; exit 1", LONG, LONG))
        .hasMessage("the guest ended before it was up; its last words:\n  could not load kernel");
    assertThatThrownBy(() -> talk("exec sleep 600", SHORT, LONG))
        .hasMessage("the guest said nothing for 0 s before it was up, without a word");
    assertThatThrownBy(
            () -> new Conversation(List.of("qemu-system-none"), folder, console, LONG, LONG))
        .hasMessage("there is no qemu-system-none on this machine");
    folder.close();
  }
}
