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

  // a judgement without any time could not say anything
  static final Duration LEAST = Duration.ofSeconds(1);

  // most take a tenth of a second, and a book that grows must not leave the slow ones without time
  private static final int SHARE = 8;

  private final Duration each;
  private final LongSupplier nanoClock;
  private final long end;

  private Allowance(Duration each, LongSupplier nanoClock) {
    this.each = each;
    this.nanoClock = nanoClock;
    this.end = nanoClock.getAsLong() + ALL.toNanos();
  }

  /** The same for each judgement. */
  static Allowance each(Duration budget) {
    return new Allowance(budget, System::nanoTime);
  }

  /** {@link #ALL} for all judgements together, for one at most {@link #MOST}. */
  static Allowance shared(LongSupplier nanoClock) {
    return new Allowance(null, nanoClock);
  }

  /** For the judgement that begins now. */
  Duration next() {
    if (each != null) {
      return each;
    }
    Duration share = Duration.ofNanos(end - nanoClock.getAsLong()).dividedBy(SHARE);
    return share.compareTo(MOST) > 0 ? MOST : share.compareTo(LEAST) < 0 ? LEAST : share;
  }
}
