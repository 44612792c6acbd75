package org.vmacheck.checks.claims;

import java.util.Locale;
import org.vmacheck.checks.engine.Verdict.Answer;

/** What the catalogue says will be found. */
public enum Expectation {
  /** A source or an argument says that it holds. */
  HOLDS,

  /** A source shows the interleaving that breaks it. */
  VIOLATED,

  /**
   * Nobody has reported it either way. The checker decides, and what it finds is a question to ask
   * on the list, never a kernel bug: the model may be wrong where no source confirms it.
   */
  QUESTION;

  /** As reports and the JSON spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an answer is no surprise. Every answer to a question is none; no answer is one. */
  public boolean isMetBy(Answer answer) {
    return switch (this) {
      case HOLDS -> answer == Answer.HOLDS;
      case VIOLATED -> answer == Answer.VIOLATED;
      case QUESTION -> answer != Answer.INCONCLUSIVE;
    };
  }
}
