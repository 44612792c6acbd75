package org.vmacheck.checks.litmus.syntax;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.vmacheck.checks.litmus.grammar.LitmusLexer;
import org.vmacheck.checks.litmus.grammar.LitmusParser;

/** Reads litmus tests. */
public final class LitmusReader {
  private LitmusReader() {}

  /**
   * Reads one test.
   *
   * @throws SyntaxFailure if the text is not a litmus test in herd's C format
   * @throws UnsupportedConstruct if it is one and uses what is not supported
   */
  public static LitmusTest read(String text) throws SyntaxFailure {
    try {
      LitmusLexer lexer = new LitmusLexer(CharStreams.fromString(text));
      lexer.removeErrorListeners();
      lexer.addErrorListener(new FirstError());
      LitmusParser parser = new LitmusParser(new CommonTokenStream(lexer));
      parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
      parser.removeErrorListeners();
      parser.addErrorListener(new FirstError());
      return new TreeReader().test(parser.test());
    } catch (Abort abort) {
      throw new SyntaxFailure(abort.line, abort.column, abort.getMessage());
    }
  }

  /** Ends the parse; columns from 1. */
  static Abort abort(ParserRuleContext at, String message) {
    return new Abort(
        at.getStart().getLine(), at.getStart().getCharPositionInLine() + 1, message, null);
  }

  static final class Abort extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    Abort(int line, int column, String message, Throwable cause) {
      super(message, cause);
      this.line = line;
      this.column = column;
    }
  }

  /** The first error is the one that is reported. */
  private static final class FirstError extends BaseErrorListener {
    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        RecognitionException cause) {
      throw new Abort(line, column + 1, ExpectedTokens.inWords(recognizer, symbol, message), cause);
    }
  }
}
