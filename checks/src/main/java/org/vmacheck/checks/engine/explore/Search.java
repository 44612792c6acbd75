package org.vmacheck.checks.engine.explore;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.explore.graph.Subtrees;

/** One search, by one explorer or by several: its clock, and whether it is over. */
final class Search {

  private static final Duration LONGEST = Duration.ofDays(365);

  private final long start = System.nanoTime();
  private final long deadline;
  private volatile long pauseAt = Long.MAX_VALUE;
  private volatile boolean paused;
  private volatile boolean ended;
  private volatile boolean outOfTime;
  private final AtomicLong counted = new AtomicLong();
  private Subtrees subtrees;

  Search(Settings settings) {
    Duration budget = settings.budget().compareTo(LONGEST) > 0 ? LONGEST : settings.budget();
    deadline = start + budget.toNanos();
  }

  void pauseAfter(Duration time) {
    pauseAt = start + time.toNanos();
  }

  /** Whether it stopped only because one explorer has been alone for long enough. */
  boolean paused() {
    return paused;
  }

  /** From the start again, together. */
  void goOn() {
    pauseAt = Long.MAX_VALUE;
    paused = false;
    counted.set(0);
  }

  void cut(Subtrees into) {
    subtrees = into;
  }

  Subtrees subtrees() {
    return subtrees;
  }

  /** There is a finding: nobody needs to look further. */
  void end() {
    ended = true;
  }

  boolean ended() {
    return ended || outOfTime;
  }

  boolean outOfTime() {
    return outOfTime;
  }

  /** Whether to look further now. */
  boolean goesOn() {
    long now = System.nanoTime();
    if (now - deadline > 0 || Thread.currentThread().isInterrupted()) {
      outOfTime = true;
    } else if (now - pauseAt > 0 && pauseAt != Long.MAX_VALUE) {
      paused = true;
    }
    return !paused && !ended && !outOfTime;
  }

  /** Adds executions of one explorer; returns those of all. */
  long count(long more) {
    return counted.addAndGet(more);
  }

  Duration time() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
