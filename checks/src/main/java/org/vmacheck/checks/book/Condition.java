package org.vmacheck.checks.book;

/**
 * What must be true when all threads have ended, as herd has it.
 *
 * @param quantifier of which executions
 */
public record Condition(Quantifier quantifier, Proposition proposition) {

  /** Over the executions of the page. */
  public enum Quantifier {
    /** It is true in all of them. */
    FORALL,
    /** It is true in one of them at least. */
    EXISTS,
    /** It is true in none of them. */
    NOT_EXISTS
  }

  /** Nothing but the invariants. */
  static final Condition NONE =
      new Condition(Quantifier.FORALL, new Proposition.And(java.util.List.of()));
}
