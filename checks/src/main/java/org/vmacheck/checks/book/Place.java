package org.vmacheck.checks.book;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Where in a page.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(int line, int column) {

  static Place of(Token token) {
    return new Place(token.getLine(), token.getCharPositionInLine() + 1);
  }

  static Place of(ParserRuleContext context) {
    return of(context.getStart());
  }
}
