package org.vmacheck.checks.litmus.syntax;

/** A file is not a litmus test in herd's C format; one line that says where and what is near. */
public final class SyntaxFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /**
   * @param line from 1
   * @param column from 1
   */
  public SyntaxFailure(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
