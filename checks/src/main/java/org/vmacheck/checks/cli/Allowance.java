package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long each judgement of a run may take. Without a budget from the user they share one, and the
 * slow ones take what the quick ones do not need, so that a run of everything ends within minutes.
 */
final class Allowance {

  static final Duration ALL = Duration.ofSeconds(450);
  static final Duration MOST = Duration.ofSeconds(30);

  // kept back for each judgement to come: one without any time could not say anything
  static final Duration LEAST = Duration.ofSeconds(1);

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

  /** {@link #ALL} for this many judgements together, for one at most {@link #MOST}. */
  static Allowance shared(int judgements, LongSupplier nanoClock) {
    return new Allowance(null, judgements, nanoClock);
  }

  /** For the judgement that begins now. */
  Duration next() {
    if (each != null) {
      return each;
    }
    left--;
    Duration rest = Duration.ofNanos(end - nanoClock.getAsLong()).minus(LEAST.multipliedBy(left));
    return rest.compareTo(MOST) > 0 ? MOST : rest.compareTo(LEAST) < 0 ? LEAST : rest;
  }
}
