package org.vmacheck.checks.litmus.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.vmacheck.checks.litmus.grammar.LitmusLexer;

/** Says in words what a parser would have liked better than what it found. */
final class ExpectedTokens {
  /** A longer list does not help anybody. */
  private static final int MOST = 6;

  private ExpectedTokens() {}

  static String inWords(Recognizer<?, ?> recognizer, Object symbol, String fallback) {
    if (!(recognizer instanceof Parser parser) || !(symbol instanceof Token found)) {
      return fallback;
    }
    IntervalSet expected = parser.getExpectedTokens();
    List<String> names = new ArrayList<>();
    for (int type : expected.toArray()) {
      names.add(name(type, recognizer.getVocabulary()));
    }
    String wanted =
        names.size() > MOST
            ? String.join(", ", names.subList(0, MOST)) + " ..."
            : String.join(", ", names);
    String what =
        found.getType() == Token.EOF ? "the end of the file" : "'" + found.getText() + "'";
    return "found " + what + ", expected " + wanted;
  }

  private static String name(int type, Vocabulary vocabulary) {
    return switch (type) {
      case Token.EOF -> "the end of the file";
      case LitmusLexer.TITLE -> "a first line 'C name'";
      case LitmusLexer.NAME -> "a name";
      case LitmusLexer.NUMBER -> "a number";
      case LitmusLexer.THREAD -> "a thread 'P0(...)'";
      case LitmusLexer.BASE_TYPE, LitmusLexer.QUALIFIER -> "a type";
      default -> sign(vocabulary, type);
    };
  }

  private static String sign(Vocabulary vocabulary, int type) {
    String literal = SIGNS.get(vocabulary.getSymbolicName(type));
    return literal != null ? literal : vocabulary.getDisplayName(type);
  }

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("LBRACE", "'{'"),
          Map.entry("RBRACE", "'}'"),
          Map.entry("LPAR", "'('"),
          Map.entry("RPAR", "')'"),
          Map.entry("SEMI", "';'"),
          Map.entry("COMMA", "','"),
          Map.entry("ASSIGN", "'='"),
          Map.entry("STAR", "'*'"),
          Map.entry("MINUS", "'-'"),
          Map.entry("EXISTS", "'exists'"),
          Map.entry("NOT_EXISTS", "'~exists'"),
          Map.entry("FORALL", "'forall'"),
          Map.entry("FILTER", "'filter'"),
          Map.entry("LOCATIONS", "'locations'"));
}
