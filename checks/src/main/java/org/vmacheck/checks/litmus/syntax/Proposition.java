package org.vmacheck.checks.litmus.syntax;

import java.util.function.Consumer;
import org.vmacheck.checks.litmus.syntax.Term.Observable;

/** A condition over the end of an execution. */
public sealed interface Proposition {

  record Equal(Observable left, Term right) implements Proposition {
    @Override
    public String toString() {
      return left + "=" + right;
    }
  }

  record Not(Proposition operand) implements Proposition {
    @Override
    public String toString() {
      return "not (" + operand + ")";
    }
  }

  record And(Proposition left, Proposition right) implements Proposition {
    @Override
    public String toString() {
      return grouped(left) + " /\\ " + grouped(right);
    }

    private static String grouped(Proposition p) {
      return p instanceof Or ? "(" + p + ")" : p.toString();
    }
  }

  record Or(Proposition left, Proposition right) implements Proposition {
    @Override
    public String toString() {
      return left + " \\/ " + right;
    }
  }

  record True() implements Proposition {
    @Override
    public String toString() {
      return "true";
    }
  }

  /** Names every observable that the condition speaks of. */
  default void forEachObservable(Consumer<Observable> action) {
    if (this instanceof Equal equal) {
      action.accept(equal.left());
      if (equal.right() instanceof Observable observable) {
        action.accept(observable);
      }
    } else if (this instanceof Not not) {
      not.operand().forEachObservable(action);
    } else if (this instanceof And and) {
      and.left().forEachObservable(action);
      and.right().forEachObservable(action);
    } else if (this instanceof Or or) {
      or.left().forEachObservable(action);
      or.right().forEachObservable(action);
    }
  }
}
