package org.vmacheck.checks.hunt.promise;

import java.util.List;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Proposition;

/**
 * What a user was promised.
 *
 * @param given what the calls returned by which it was promised
 * @param what must be true then
 */
public record Promised(List<Proposition> given, Proposition what) {

  public Promised {
    given = List.copyOf(given);
  }

  /** What a report calls it when it is not true: {@code guard_lost}. */
  public String finding() {
    return what.finding();
  }

  /** As the condition of a page. */
  public Proposition condition() {
    return given.isEmpty()
        ? what
        : new Proposition.Or(
            Stream.concat(given.stream().<Proposition>map(Proposition.Not::new), Stream.of(what))
                .toList());
  }
}
