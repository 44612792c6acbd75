package org.vmacheck.checks.hunt;

import java.util.Optional;
import org.vmacheck.checks.engine.Counterexample;

/**
 * One thing that a hunt found.
 *
 * @param find the smallest question that shows it
 * @param known the page of the book that has it, if there is one
 * @param times how many questions showed it
 */
public record Trophy(Find find, Optional<String> known, long times) {

  Trophy again() {
    return new Trophy(find, known, times + 1);
  }

  /** What went wrong, as an expectation names it. */
  public String finding() {
    return find.finding();
  }

  /** The calls that show it, in a line. */
  public String calls() {
    return find.question().toString();
  }

  public Counterexample counterexample() {
    return find.counterexample();
  }

  /** A page that expects it. */
  public String page() {
    return find.page();
  }

  /** A name for the file of that page. */
  public String fileName() {
    return find.fileName();
  }
}
