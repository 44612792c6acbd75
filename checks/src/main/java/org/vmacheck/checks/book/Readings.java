package org.vmacheck.checks.book;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.book.grammar.PageParser;
import org.vmacheck.checks.syscall.BadCall;
import org.vmacheck.checks.syscall.CallShape;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.Word;

/** Calls as the parser found them, made into calls. */
final class Readings {

  private Readings() {}

  static SystemCall call(PageParser.CallContext context) {
    Place at = Place.of(context.NAME().getSymbol());
    Word function = new Word(context.NAME().getText(), at.line(), at.column(), null);
    List<Word> words = new ArrayList<>();
    context.argument().forEach(argument -> words.add(word(argument)));
    try {
      return CallShape.read(function, words);
    } catch (BadCall bad) {
      throw new PageFailure(new Place(bad.line(), bad.column()), bad.getMessage(), bad);
    }
  }

  private static Word word(PageParser.ArgumentContext context) {
    Place at = Place.of(context);
    SystemCall call = context.call() == null ? null : call(context.call());
    return new Word(context.getText(), at.line(), at.column(), call);
  }
}
