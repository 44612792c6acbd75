package org.vmacheck.checks.litmus.syntax;

import org.vmacheck.checks.litmus.grammar.LitmusParser;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ComparisonContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ConjunctionContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.DisjunctionContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ExpectedContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.GroupContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ImplicationContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.LocationObservableContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.NegationContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ObservableContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.PropositionContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.RegisterObservableContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ThreadPrefixContext;
import org.vmacheck.checks.litmus.syntax.Term.Observable;

/** Conditions. */
final class PropositionReader {
  private PropositionReader() {}

  static Proposition read(PropositionContext tree) {
    if (tree instanceof GroupContext group) {
      return read(group.proposition());
    }
    if (tree instanceof NegationContext negation) {
      return new Proposition.Not(read(negation.proposition()));
    }
    if (tree instanceof ConjunctionContext both) {
      return new Proposition.And(read(both.proposition(0)), read(both.proposition(1)));
    }
    if (tree instanceof DisjunctionContext either) {
      return new Proposition.Or(read(either.proposition(0)), read(either.proposition(1)));
    }
    if (tree instanceof ImplicationContext implication) {
      return new Proposition.Or(
          new Proposition.Not(read(implication.proposition(0))), read(implication.proposition(1)));
    }
    if (tree instanceof ComparisonContext comparison) {
      Proposition equal =
          new Proposition.Equal(
              observable(comparison.observable()), expected(comparison.expected()));
      return comparison.NE() == null ? equal : new Proposition.Not(equal);
    }
    return new Proposition.True();
  }

  static Observable observable(ObservableContext tree) {
    if (tree instanceof RegisterObservableContext register) {
      return register(register.threadPrefix(), register.NAME().getText());
    }
    LocationObservableContext location = (LocationObservableContext) tree;
    if (location.NUMBER() != null) {
      throw TreeReader.unsupported("array", location);
    }
    return new Term.Location(location.NAME().getText());
  }

  private static Term expected(ExpectedContext tree) {
    if (tree instanceof LitmusParser.IntegerExpectedContext integer) {
      return new Term.Number(TreeReader.integer(integer.integer()));
    }
    if (tree instanceof LitmusParser.AddressExpectedContext address) {
      return new Term.Address(address.NAME().getText());
    }
    LitmusParser.RegisterExpectedContext register = (LitmusParser.RegisterExpectedContext) tree;
    return register(register.threadPrefix(), register.NAME().getText());
  }

  private static Term.Register register(ThreadPrefixContext prefix, String name) {
    return new Term.Register(Integer.parseInt(prefix.NUMBER().getText()), name);
  }
}
