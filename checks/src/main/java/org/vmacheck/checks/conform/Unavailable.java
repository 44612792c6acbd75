package org.vmacheck.checks.conform;

/** Nothing can be compared on this machine; the message says what is missing, in one clause. */
public final class Unavailable extends Exception {

  private static final long serialVersionUID = 1L;

  Unavailable(String message) {
    super(message);
  }

  Unavailable(String message, Exception cause) {
    super(message, cause);
  }
}
