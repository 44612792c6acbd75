package org.vmacheck.checks.live.guest;

import java.io.IOException;

/** A guest that was started and ended, or was silent for too long, before it was up. */
final class NotUp extends IOException {

  private static final long serialVersionUID = 1L;

  NotUp(LastWords words, Watchdog watchdog) {
    super(words.end(watchdog) + " before it was up" + words.told());
  }
}
