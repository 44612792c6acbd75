package org.vmacheck.checks.litmus.syntax;

/**
 * A test is well formed and uses what is not supported. Nothing is guessed: the test has no
 * verdict.
 */
public final class UnsupportedConstruct extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String construct;
  private final int line;

  /**
   * @param construct its name, for counting
   * @param line where it stands, from 1; 0 if it showed only in an execution
   */
  public UnsupportedConstruct(String construct, int line) {
    super(line > 0 ? construct + " in line " + line : construct);
    this.construct = construct;
    this.line = line;
  }

  public String construct() {
    return construct;
  }

  public int line() {
    return line;
  }
}
