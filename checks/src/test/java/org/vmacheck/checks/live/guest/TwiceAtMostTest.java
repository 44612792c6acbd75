package org.vmacheck.checks.live.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwiceAtMostTest {

  private int started;

  /** A guest that fails so in its first starts. */
  private Guest.Start<String> failing(IOException... failures) {
    Deque<IOException> left = new ArrayDeque<>(List.of(failures));
    return () -> {
      started++;
      if (!left.isEmpty()) {
        throw left.remove();
      }
      return "up";
    };
  }

  private static NotUp notUp(String word) {
    try (Watchdog watchdog = new Watchdog(Duration.ofMinutes(1), () -> {})) {
      return new NotUp(new LastWords(List.of(word)), watchdog);
    }
  }

  @Test
  void aGuestThatDidNotComeUpIsStartedOnceMore() throws IOException {
    assertThat(Guest.twiceAtMost(failing(notUp("first")))).isEqualTo("up");
    assertThat(started).isEqualTo(2);
  }

  @Test
  void oneThatDoesNotComeUpThenEitherIsGivenUpWithItsLastWords() {
    assertThatThrownBy(() -> Guest.twiceAtMost(failing(notUp("first"), notUp("second"))))
        .hasMessage("the guest ended before it was up; its last words:\n  second");
    assertThat(started).isEqualTo(2);
  }

  @Test
  void whatElseGoesWrongIsNotTriedAgain() {
    assertThatThrownBy(() -> Guest.twiceAtMost(failing(new IOException("there is no QEMU"))))
        .hasMessage("there is no QEMU");
    assertThat(started).isEqualTo(1);
  }
}
