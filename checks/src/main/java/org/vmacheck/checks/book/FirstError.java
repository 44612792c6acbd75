package org.vmacheck.checks.book;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.vmacheck.checks.book.grammar.PageLexer;
import org.vmacheck.checks.input.Nearest;

/** Ends the reading of a page at the first thing that cannot be there. */
final class FirstError extends BaseErrorListener {

  /** A longer list does not help anybody. */
  private static final int MOST = 8;

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object symbol,
      int line,
      int column,
      String message,
      RecognitionException cause) {
    String text =
        recognizer instanceof Parser parser && symbol instanceof Token found
            ? "found " + name(found) + ", expected " + expected(parser, cause, found)
            : message;
    throw new PageFailure(new Place(line, column + 1), text, cause);
  }

  private static String name(Token found) {
    return found.getType() == Token.EOF ? "the end of the page" : "'" + found.getText() + "'";
  }

  private static String expected(Parser parser, RecognitionException cause, Token found) {
    List<String> names = new ArrayList<>();
    var types =
        cause == null || cause.getExpectedTokens() == null
            ? parser.getExpectedTokens()
            : cause.getExpectedTokens();
    for (int type : types.toArray()) {
      names.add(name(type, parser.getVocabulary()));
    }
    String near = Nearest.among(found.getText(), words(names), "words");
    String expected =
        names.size() > MOST
            ? String.join(", ", names.subList(0, MOST)) + " ..."
            : String.join(", ", names);
    return near.startsWith("; did") ? expected + near : expected;
  }

  private static List<String> words(List<String> names) {
    return names.stream()
        .filter(name -> name.matches("'\\w+'"))
        .map(name -> name.substring(1, name.length() - 1))
        .toList();
  }

  private static String name(int type, Vocabulary vocabulary) {
    return switch (type) {
      case Token.EOF -> "the end of the page";
      case PageLexer.NAME -> "a name";
      case PageLexer.THREAD -> "a thread (P0, P1 ...)";
      case PageLexer.SLUG -> "a patch";
      case PageLexer.NUMBER -> "a number";
      case PageLexer.VERSION -> "a release";
      case PageLexer.STRING -> "a sentence in quotes";
      case PageLexer.TEXT -> "some text";
      default -> vocabulary.getDisplayName(type);
    };
  }
}
