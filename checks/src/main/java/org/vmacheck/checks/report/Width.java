package org.vmacheck.checks.report;

/** How wide a text may be, in columns. */
public final class Width {

  private static final int NARROWEST = 60;
  private static final int WIDEST = 140;
  private static final int OF_A_PIPE = 100;

  private Width() {}

  /**
   * Of the terminal that the launcher has found on the standard output, within reason; of a pipe
   * what a mail can bear.
   */
  public static int ofOutput() {
    int columns = Integer.getInteger("vmacheck.columns", OF_A_PIPE);
    return Math.max(NARROWEST, Math.min(WIDEST, columns));
  }
}
