package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.vmacheck.checks.engine.Estimate;
import org.vmacheck.checks.engine.Progress;
import org.vmacheck.checks.report.Question;

/**
 * One line on the terminal that says what is being judged, gone when it is done. The launcher sets
 * the property {@code vmacheck.terminal} where standard error is one; elsewhere nothing is written.
 */
abstract class ProgressLine implements Progress, AutoCloseable {

  static ProgressLine over(int questions) {
    return Boolean.getBoolean("vmacheck.terminal") ? new OnTerminal(questions) : new Silent();
  }

  final void next(Question question) {
    next(
        question.id()
            + " on "
            + question.kernel()
            + ", "
            + question.engine()
            + " "
            + question.model().text());
  }

  /** The next of them begins. */
  abstract void next(String what);

  /** How far the present one is: {@code 3 of 16 forks}. */
  abstract void detail(String text);

  @Override
  public abstract void close();

  private static final class Silent extends ProgressLine {
    @Override
    void next(String what) {}

    @Override
    void detail(String text) {}

    @Override
    public void executions(long executions) {}

    @Override
    public void close() {}
  }

  private static final class OnTerminal extends ProgressLine {
    private static final int REFRESH_MILLIS = 200;

    private final ProgressBar bar;

    /** What began last; with several at a time the line speaks of that one. */
    private volatile String asked = "";

    private int begun;

    OnTerminal(int questions) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(questions)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REFRESH_MILLIS)
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .clearDisplayOnFinish()
              .build();
    }

    @Override
    synchronized void next(String what) {
      bar.stepTo(begun++);
      asked = " " + what;
      bar.setExtraMessage(asked);
    }

    @Override
    void detail(String text) {
      bar.setExtraMessage(asked + ", " + text);
    }

    @Override
    public void executions(long executions) {
      detail(String.format(Locale.ROOT, "%,d executions", executions));
    }

    @Override
    public void executions(long executions, Estimate estimate, Duration left) {
      String rest =
          executions > estimate.executions()
              ? "more than was estimated"
              : Estimate.roughly(left) + " left";
      detail(String.format(Locale.ROOT, "%,d of %s, %s", executions, estimate, rest));
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
