package org.vmacheck.checks.report;

import java.util.Optional;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.engine.MemoryModelName;

/**
 * What one verdict answers.
 *
 * @param id of the page, as it was asked for: {@code C61/guard-vs-mprotect}, or a file
 * @param kind {@code claim}, {@code race} or {@code scenario}
 * @param sentence what is claimed, or what goes wrong
 * @param scenario the threads, in a line
 * @param engine as {@code --engine} spells it
 * @param kernel the name of the release, with what it is without
 * @param expected what the page says; empty if it says nothing of this kernel
 * @param replay the arguments that ask just this again
 */
public record Question(
    String id,
    String kind,
    String sentence,
    String scenario,
    String engine,
    MemoryModelName model,
    String kernel,
    Optional<Expectation> expected,
    String replay) {

  /** What is expected, in the words of a page; a dash for nothing. */
  public String expectedText() {
    return expected.map(Expectation::text).orElse("-");
  }

  /** Whether no source confirms what is expected to be found. */
  public boolean isOpen() {
    return expected.map(Expectation::question).orElse(false);
  }
}
