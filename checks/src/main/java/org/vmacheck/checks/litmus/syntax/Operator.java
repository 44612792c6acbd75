package org.vmacheck.checks.litmus.syntax;

/** Operators of C on 64-bit integers; a comparison gives 0 or 1. */
public enum Operator {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  AND("&"),
  OR("|"),
  XOR("^"),
  /** Of {@code atomic_andnot}. */
  AND_NOT("&~"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /**
   * Computes.
   *
   * @throws ArithmeticException if something is divided by 0
   */
  public long apply(long left, long right) {
    return switch (this) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      case AND_NOT -> left & ~right;
      case EQUAL -> left == right ? 1 : 0;
      case NOT_EQUAL -> left != right ? 1 : 0;
      case LESS -> left < right ? 1 : 0;
      case LESS_OR_EQUAL -> left <= right ? 1 : 0;
      case GREATER -> left > right ? 1 : 0;
      case GREATER_OR_EQUAL -> left >= right ? 1 : 0;
    };
  }
}
