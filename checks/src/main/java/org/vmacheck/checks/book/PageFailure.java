package org.vmacheck.checks.book;

/** A page that means nothing. The message says what was expected and what is near. */
public final class PageFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  public PageFailure(Place at, String message) {
    this(at, message, null);
  }

  PageFailure(Place at, String message, Throwable cause) {
    super(message, cause);
    this.line = at.line();
    this.column = at.column();
  }

  public Place place() {
    return new Place(line, column);
  }

  /** {@code file:line:column: what is wrong}. */
  public String in(String file) {
    return file + ":" + line + ":" + column + ": " + getMessage();
  }
}
