package org.vmacheck.checks.live.guest;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does something if nothing is heard for too long. */
final class Watchdog implements AutoCloseable {

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "guest-watchdog");
            thread.setDaemon(true);
            return thread;
          });

  private final Runnable bite;
  private ScheduledFuture<?> pending;
  private Duration patience;
  private volatile boolean bitten;

  /**
   * @param patience for the first sign of life
   */
  Watchdog(Duration patience, Runnable bite) {
    this.bite = bite;
    await(patience);
  }

  /** A sign of life: from now on, it may be silent for as long as this. */
  void await(Duration next) {
    if (pending != null) {
      pending.cancel(false);
    }
    patience = next;
    pending =
        clock.schedule(
            () -> {
              bitten = true;
              bite.run();
            },
            next.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Nothing is expected for now. */
  void rest() {
    pending.cancel(false);
  }

  /** Whether it was silent for too long. */
  boolean hasBitten() {
    return bitten;
  }

  /** How long was too long. */
  Duration patience() {
    return patience;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
