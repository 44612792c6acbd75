package org.vmacheck.checks.input;

/**
 * What the user asked for cannot be done. The message is one line that says what is wrong, where,
 * and what is near; the process ends with status 2.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
