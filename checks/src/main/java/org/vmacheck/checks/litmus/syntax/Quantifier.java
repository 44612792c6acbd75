package org.vmacheck.checks.litmus.syntax;

/** How a test's condition is meant. */
public enum Quantifier {
  EXISTS("exists", "Allowed"),
  NOT_EXISTS("~exists", "Forbidden"),
  FORALL("forall", "Required");

  private final String keyword;
  private final String kind;

  Quantifier(String keyword, String kind) {
    this.keyword = keyword;
    this.kind = kind;
  }

  public String keyword() {
    return keyword;
  }

  /** herd's word for a test with this quantifier. */
  public String kind() {
    return kind;
  }

  /** Whether the test says "Ok", given how many executions satisfy the condition and do not. */
  public boolean holds(long positive, long negative) {
    return switch (this) {
      case EXISTS -> positive > 0;
      case NOT_EXISTS -> positive == 0;
      case FORALL -> negative == 0;
    };
  }
}
