package org.vmacheck.checks.cli;

/** What the process says to the shell when it ends. */
public final class ExitStatus {

  /** Every verdict is the expected one. */
  public static final int AS_EXPECTED = 0;

  /** At least one verdict is not the expected one. */
  public static final int NOT_AS_EXPECTED = 1;

  /** The arguments or an input file are wrong; nothing was judged. */
  public static final int BAD_INPUT = 2;

  /** A budget ended before there was a verdict, and none was unexpected. */
  public static final int INCONCLUSIVE = 3;

  /** A fault of vmacheck or an engine that could not do its work; there is no verdict. */
  public static final int INTERNAL_ERROR = 70;

  private ExitStatus() {}

  /** The status that says most of the two: an error, then a surprise, then a budget. */
  public static int worse(int one, int other) {
    return severity(one) >= severity(other) ? one : other;
  }

  private static int severity(int status) {
    return switch (status) {
      case AS_EXPECTED -> 0;
      case INCONCLUSIVE -> 1;
      case NOT_AS_EXPECTED -> 2;
      case BAD_INPUT -> 3;
      default -> 4;
    };
  }
}
