package org.vmacheck.checks.book;

import java.util.List;

/**
 * A thread of a page.
 *
 * @param name its number with a P: {@code P0}
 */
public record ThreadText(Place at, String name, List<Statement> statements) {

  public ThreadText {
    statements = List.copyOf(statements);
  }
}
