package org.vmacheck.checks.book;

import org.antlr.v4.runtime.tree.TerminalNode;

/** Numbers of a page: none needs many digits. */
final class Numbers {

  private static final int MOST_DIGITS = 6;

  private Numbers() {}

  static int of(TerminalNode number) {
    String text = number.getText();
    if (text.length() > MOST_DIGITS) {
      throw new PageFailure(Place.of(number.getSymbol()), "the number " + text + " is too large");
    }
    return Integer.parseInt(text);
  }
}
