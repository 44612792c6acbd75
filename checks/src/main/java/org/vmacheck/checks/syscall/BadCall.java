package org.vmacheck.checks.syscall;

import java.util.Collection;
import org.vmacheck.checks.input.Nearest;

/** A call that cannot be read. The message says what was expected and what is near. */
public final class BadCall extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  BadCall(Word at, String message) {
    super(message);
    this.line = at.line();
    this.column = at.column();
  }

  static BadCall unknown(Word found, String what, Collection<String> known, String all) {
    return new BadCall(
        found, "no " + what + " '" + found.text() + "'" + Nearest.among(found.text(), known, all));
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** From 1. */
  public int column() {
    return column;
  }
}
