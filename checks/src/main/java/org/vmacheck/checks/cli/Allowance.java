package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long each judgement of a run may take. Without a budget from the user they share one: what
 * the quick ones leave is there for the others, so that a run of everything ends within minutes.
 */
final class Allowance {

  static final Duration ALL = Duration.ofSeconds(150);
  static final Duration MOST = Duration.ofSeconds(30);

  private final Duration each;
  private final LongSupplier nanoClock;
  private final long end;
  private int left;

  private Allowance(Duration each, int judgements, LongSupplier nanoClock) {
    this.each = each;
    this.left = judgements;
    this.nanoClock = nanoClock;
    this.end = nanoClock.getAsLong() + ALL.toNanos();
  }

  /** The same for each judgement. */
  static Allowance each(Duration budget) {
    return new Allowance(budget, 0, System::nanoTime);
  }

  /** {@link #ALL} for this many judgements together, and at most {@link #MOST} for one. */
  static Allowance shared(int judgements, LongSupplier nanoClock) {
    return new Allowance(null, judgements, nanoClock);
  }

  /** For the judgement that begins now. */
  Duration next() {
    if (each != null) {
      return each;
    }
    long rest = Math.max(0, end - nanoClock.getAsLong());
    Duration share = Duration.ofNanos(rest / Math.max(1, left));
    left--;
    // a judgement that gets no time at all cannot even say what it would have needed
    Duration least = Duration.ofSeconds(1);
    return share.compareTo(MOST) > 0 ? MOST : share.compareTo(least) < 0 ? least : share;
  }
}
