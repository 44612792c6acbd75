package org.vmacheck.checks.litmus.run;

import java.util.Collection;
import java.util.function.ToLongFunction;
import org.vmacheck.checks.litmus.syntax.Proposition;
import org.vmacheck.checks.litmus.syntax.Term;
import org.vmacheck.checks.litmus.syntax.Term.Observable;

/** The end of an execution: a value for each observable. */
final class EndState {
  private final ToLongFunction<Observable> values;
  private final Addresses addresses;

  EndState(ToLongFunction<Observable> values, Addresses addresses) {
    this.values = values;
    this.addresses = addresses;
  }

  boolean satisfies(Proposition proposition) {
    if (proposition instanceof Proposition.Equal equal) {
      return values.applyAsLong(equal.left()) == value(equal.right());
    }
    if (proposition instanceof Proposition.Not not) {
      return !satisfies(not.operand());
    }
    if (proposition instanceof Proposition.And and) {
      return satisfies(and.left()) && satisfies(and.right());
    }
    if (proposition instanceof Proposition.Or or) {
      return satisfies(or.left()) || satisfies(or.right());
    }
    return true;
  }

  private long value(Term term) {
    if (term instanceof Term.Number number) {
      return number.value();
    }
    if (term instanceof Term.Address address) {
      return addresses.of(address.location());
    }
    return values.applyAsLong((Observable) term);
  }

  String show(Collection<Observable> observables) {
    StringBuilder text = new StringBuilder();
    for (Observable observable : observables) {
      text.append(text.length() > 0 ? " " : "")
          .append(observable instanceof Term.Location ? "[" + observable + "]" : observable)
          .append('=')
          .append(addresses.show(values.applyAsLong(observable)))
          .append(';');
    }
    return text.toString();
  }
}
