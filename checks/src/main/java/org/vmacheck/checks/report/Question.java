package org.vmacheck.checks.report;

import java.util.Locale;
import org.vmacheck.checks.claims.Expectation;
import org.vmacheck.checks.engine.MemoryModelName;

/**
 * What one verdict answers.
 *
 * @param id of the claim or race; {@code C61/guard-vs-mprotect} where it has several scenarios
 * @param subject the claim or race alone: {@code C61}, {@code A1}
 * @param sentence what is claimed, or what the race is
 * @param scenario its id
 * @param title what happens in the scenario
 * @param engine as {@code --engine} spells it
 * @param kernel the name of the release
 * @param expected what the catalogue says
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
    String title,
    String engine,
    MemoryModelName model,
    String kernel,
    Expectation expected,
    String command,
    String address) {

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
