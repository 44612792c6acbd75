package org.vmacheck.checks.engine;

import java.time.Duration;
import java.util.Locale;

/**
 * How many executions a program may have, from a sample: an estimate, and no bound.
 *
 * @param executions that come to their end
 * @param lowest what the sample that gave the least would have said
 * @param highest what the sample that gave the most would have said
 * @param blocked executions that end with a thread waiting, or are cut at a bound
 */
public record Estimate(double executions, double lowest, double highest, double blocked) {

  /** Executions of both kinds. */
  public double ends() {
    return executions + blocked;
  }

  /** How much of it these are: {@code 41 % of the estimate: about 580,000 executions}. */
  public String share(long seen) {
    long percent = (long) (100 * seen / Math.max(1, executions));
    return percent < 100
        ? percent + " % of the estimate: " + this
        : "more than the estimate: " + this;
  }

  /** {@code about 580,000 executions (200,000 to 840,000)}. */
  @Override
  public String toString() {
    String about = "about " + rounded(executions) + " executions";
    return rounded(lowest).equals(rounded(highest))
        ? about
        : about + " (" + rounded(lowest) + " to " + rounded(highest) + ")";
  }

  /** A time as an estimate tells it: {@code about 5 s}, {@code about 3 min}. */
  public static String roughly(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    if (seconds < 100) {
      return "about " + seconds + " s";
    }
    return seconds < 6000
        ? "about " + rounded(seconds / 60.0) + " min"
        : "about " + rounded(seconds / 3600.0) + " h";
  }

  /** To two digits. */
  private static String rounded(double number) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, number))) - 1));
    return String.format(Locale.ROOT, "%,.0f", Math.rint(number / unit) * unit);
  }
}
