package org.vmacheck.checks.litmus.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser;
import org.vmacheck.checks.litmus.grammar.LitmusParser.InitialValueContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ObservableContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ThreadContext;
import org.vmacheck.checks.litmus.syntax.LitmusTest.Initial;
import org.vmacheck.checks.litmus.syntax.LitmusTest.ThreadCode;
import org.vmacheck.checks.litmus.syntax.Term.Observable;

/** The frame of a test: initial state, threads, what is asked. */
final class TreeReader {

  LitmusTest test(LitmusParser.TestContext tree) {
    String title = tree.TITLE().getText().substring(1).strip();
    List<Initial> initial = new ArrayList<>();
    for (InitialValueContext value : tree.initialState().initialValue()) {
      if (value.initializer() != null) {
        initial.add(initial(value));
      } else if (value.LBRACKET() != null) {
        throw unsupported("array", value);
      }
    }
    List<ThreadCode> threads = new ArrayList<>();
    for (ThreadContext thread : tree.thread()) {
      threads.add(thread(thread, threads.size()));
    }
    List<Observable> locations = new ArrayList<>();
    if (tree.locations() != null) {
      for (ObservableContext observable : tree.locations().observable()) {
        locations.add(PropositionReader.observable(observable));
      }
    }
    return new LitmusTest(
        title.split("\\s+", 2)[0],
        initial,
        threads,
        locations,
        tree.filter() == null
            ? new Proposition.True()
            : PropositionReader.read(tree.filter().proposition()),
        quantifier(tree.condition().quantifier()),
        PropositionReader.read(tree.condition().proposition()));
  }

  private static Quantifier quantifier(LitmusParser.QuantifierContext tree) {
    if (tree.EXISTS() != null) {
      return Quantifier.EXISTS;
    }
    return tree.FORALL() != null ? Quantifier.FORALL : Quantifier.NOT_EXISTS;
  }

  private static Initial initial(InitialValueContext tree) {
    if (tree.LBRACKET() != null) {
      throw unsupported("array", tree);
    }
    String name = tree.NAME().getText();
    Observable observable =
        tree.threadPrefix() == null
            ? new Term.Location(name)
            : new Term.Register(Integer.parseInt(tree.threadPrefix().NUMBER().getText()), name);
    return new Initial(observable, initializer(tree.initializer()));
  }

  private static Term initializer(LitmusParser.InitializerContext tree) {
    if (tree instanceof LitmusParser.IntegerInitializerContext integer) {
      return new Term.Number(integer(integer.integer()));
    }
    if (tree instanceof LitmusParser.AtomicInitializerContext atomic) {
      return new Term.Number(integer(atomic.integer()));
    }
    if (tree instanceof LitmusParser.AddressInitializerContext address) {
      return new Term.Address(address.NAME().getText());
    }
    throw unsupported("array", tree);
  }

  private static ThreadCode thread(ThreadContext tree, int expected) {
    String name = tree.THREAD().getText();
    if (!name.equals("P" + expected)) {
      throw LitmusReader.abort(tree, "found thread " + name + ", expected P" + expected);
    }
    List<String> parameters = new ArrayList<>();
    for (LitmusParser.ParameterContext parameter : tree.parameter()) {
      if (parameter.type().STAR().isEmpty()) {
        throw unsupported("parameter that is not a pointer", parameter);
      }
      parameters.add(parameter.NAME().getText());
    }
    return new ThreadCode(parameters, CodeReader.block(tree.block()));
  }

  static UnsupportedConstruct unsupported(String construct, ParserRuleContext at) {
    return new UnsupportedConstruct(construct, at.getStart().getLine());
  }

  static long integer(LitmusParser.IntegerContext tree) {
    String digits = tree.NUMBER().getText();
    try {
      long value = Long.decode(digits.matches("0[0-9]+") ? digits.replaceFirst("0+", "0") : digits);
      return tree.MINUS() == null ? value : -value;
    } catch (NumberFormatException tooLarge) {
      throw new LitmusReader.Abort(
          tree.getStart().getLine(),
          tree.getStart().getCharPositionInLine() + 1,
          "the number " + digits + " does not fit into 64 bits",
          tooLarge);
    }
  }
}
