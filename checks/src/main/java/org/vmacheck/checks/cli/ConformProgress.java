package org.vmacheck.checks.cli;

import java.util.function.LongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How many sequences are compared: one line on a terminal, nothing elsewhere. */
final class ConformProgress implements LongConsumer, AutoCloseable {

  private static final int REFRESH_MILLIS = 200;

  /** Null where standard error is no terminal. */
  private final ProgressBar bar;

  private ConformProgress(ProgressBar bar) {
    this.bar = bar;
  }

  static ConformProgress over(long sequences) {
    if (!Boolean.getBoolean("vmacheck.terminal")) {
      return new ConformProgress(null);
    }
    return new ConformProgress(
        new ProgressBarBuilder()
            .setTaskName("conform")
            .setInitialMax(sequences)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .clearDisplayOnFinish()
            .build());
  }

  @Override
  public void accept(long compared) {
    if (bar != null) {
      bar.stepTo(compared);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
