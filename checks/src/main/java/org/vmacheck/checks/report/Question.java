package org.vmacheck.checks.report;

import java.util.Locale;
import java.util.Optional;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.engine.MemoryModelName;

/**
 * What one verdict answers.
 *
 * @param id of the page, as it was asked for: {@code C61/guard-vs-mprotect}, or its file
 * @param subject the claim or race alone: {@code C61}, {@code A1}
 * @param sentence what is claimed, or what the race is
 * @param scenario the threads, in a line
 * @param engine as {@code --engine} spells it
 * @param kernel the name of the release
 * @param expected what the page says; empty if it says nothing of this kernel
 * @param command the arguments that ask just this again
 * @param address the arguments of {@code replay} that name the scenario and the kernel, without the
 *     execution
 */
public record Question(
    String id,
    String subject,
    Kind kind,
    String sentence,
    String scenario,
    String engine,
    MemoryModelName model,
    String kernel,
    Optional<Expectation> expected,
    String command,
    String address) {

  /** What is expected, in the words of a page; a dash for nothing. */
  public String expectedText() {
    return expected.map(Expectation::text).orElse("-");
  }

  /** Whether no source confirms what is expected to be found. */
  public boolean isOpen() {
    return expected.map(Expectation::question).orElse(false);
  }

  /** Whether nothing should be found. */
  public boolean shouldHold() {
    return expected.map(Expectation::isHolds).orElse(false);
  }

  /** What is asked about. */
  public enum Kind {
    CLAIM,
    RACE,
    SCENARIO;

    /** As the JSON spells it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
