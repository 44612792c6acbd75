package org.vmacheck.checks.cli;

import java.util.List;
import org.vmacheck.checks.book.Page;

/**
 * When a program of a page ends, whichever comes first.
 *
 * @param seconds at least 1
 * @param rounds at least 1
 * @param found rounds that have shown what the page asks about, at least 1
 */
record Limits(int seconds, int rounds, int found) {

  private static final int MANY = 1_000_000_000;

  /** One thread does the same in every round, but for what the kernel does by itself. */
  private static final int OF_ONE_THREAD = 20;

  /** As many rounds as there is time for. */
  static Limits ofSeconds(int seconds) {
    return new Limits(seconds, MANY, MANY);
  }

  Limits withRounds(int most) {
    return new Limits(seconds, most, found);
  }

  Limits withFound(int enough) {
    return new Limits(seconds, rounds, enough);
  }

  /** As {@code race.h} reads them. */
  List<String> arguments(Page page) {
    int most = rounds == MANY && page.threads().size() == 1 ? OF_ONE_THREAD : rounds;
    return List.of(
        "-s", String.valueOf(seconds), "-r", String.valueOf(most), "-f", String.valueOf(found));
  }
}
