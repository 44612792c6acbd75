package org.vmacheck.checks.engine.explore;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.vmacheck.checks.engine.Estimate;
import org.vmacheck.checks.engine.Progress;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.explore.graph.Subtrees;

/** One search, by one explorer or by several: its clock, and whether it is over. */
final class Search {

  private static final Duration LONGEST = Duration.ofDays(365);

  /** Most searches are over before anybody would ask how long they take. */
  private static final long UNESTIMATED = Duration.ofMillis(400).toNanos();

  /** Time for a first estimate, and what part of the search goes into a better one. */
  private static final Duration FIRST_ESTIMATE = Duration.ofMillis(400);

  private static final int PART_FOR_ESTIMATE = 20;

  /** The same while there is none, or there is more than was estimated. */
  private static final int PART_WHEN_WRONG = 5;

  private final long start;
  private final long deadline;
  private volatile long pauseAt = Long.MAX_VALUE;
  private volatile boolean paused;
  private volatile boolean ended;
  private volatile boolean outOfTime;
  private volatile long begun;
  private final AtomicLong executions = new AtomicLong();
  private final AtomicLong ends = new AtomicLong();
  private final ReentrantLock estimating = new ReentrantLock();
  private Estimation estimation;
  private volatile Estimate estimate;
  private volatile int seenDepartures = -1;
  private Subtrees subtrees;

  /** Begins now. */
  Search(Settings settings) {
    this(System.nanoTime(), budget(settings).toNanos());
  }

  private Search(long start, long budget) {
    this.start = start;
    begun = start;
    deadline = start + budget;
  }

  private static Duration budget(Settings settings) {
    return settings.budget().compareTo(LONGEST) > 0 ? LONGEST : settings.budget();
  }

  /** A search within the time of this one, which goes on when that one has ended. */
  Search within() {
    return new Search(start, deadline - start);
  }

  /** If it takes long, estimates how much there is to look at; before it begins. */
  void estimateBy(Estimation of) {
    estimation = of;
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
    executions.set(0);
    ends.set(0);
    begun = System.nanoTime();
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

  /** Adds what one explorer has come to since it last did: executions that end, and others. */
  void count(long moreExecutions, long others) {
    executions.addAndGet(moreExecutions);
    ends.addAndGet(moreExecutions + others);
  }

  /** Says how far all of them are, and estimates how far they have to go. */
  void tell(Progress progress) {
    estimateIfFree();
    long done = ends.get();
    if (estimate == null || done == 0) {
      progress.executions(executions.get());
      return;
    }
    double rest = Math.max(0, estimate.ends() - done);
    double each = (double) (System.nanoTime() - begun) / done;
    progress.executions(executions.get(), estimate, Duration.ofNanos((long) (rest * each)));
  }

  private void estimateIfFree() {
    long now = System.nanoTime();
    boolean early = now - start < UNESTIMATED;
    if (estimation == null || early || now - deadline > 0 || !estimating.tryLock()) {
      return;
    }
    try {
      boolean wrong = estimate == null || executions.get() > estimate.executions();
      int share = wrong ? PART_WHEN_WRONG : PART_FOR_ESTIMATE;
      Duration part = Duration.ofNanos((now - start) / share);
      estimation.goOn(part.compareTo(FIRST_ESTIMATE) > 0 ? part : FIRST_ESTIMATE);
      estimate = estimation.estimate().orElse(null);
    } finally {
      estimating.unlock();
    }
  }

  /** How many executions there may be, if it has taken long enough to ask. */
  Optional<Estimate> estimate() {
    return Optional.ofNullable(estimate);
  }

  /** Every execution with at most so many departures has been looked at. */
  void sawUpTo(int departures) {
    seenDepartures = departures;
  }

  /** What has been looked at in full, for the detail of a verdict; empty if nothing has. */
  String bound() {
    return seenDepartures < 0
        ? ""
        : "; with up to " + seenDepartures + " departures every execution was seen";
  }

  Duration time() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
