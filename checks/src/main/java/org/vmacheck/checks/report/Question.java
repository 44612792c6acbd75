package org.vmacheck.checks.report;

import org.vmacheck.checks.claims.Expectation;
import org.vmacheck.checks.engine.MemoryModelName;

/**
 * What one verdict answers.
 *
 * @param id of the claim or race; {@code C61/scenario} where a claim has more than one scenario
 * @param kind {@code claim}, {@code race} or {@code scenario}
 * @param sentence what is claimed
 * @param scenario its id, a colon, and what happens in it
 * @param engine as {@code --engine} spells it
 * @param kernel the name of the release
 * @param expected what the catalogue says
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
    Expectation expected,
    String replay) {

  /** Of the claim or race alone. */
  public String subject() {
    return id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
  }

  /** The scenario without what happens in it. */
  public String scenarioId() {
    return scenario.contains(":") ? scenario.substring(0, scenario.indexOf(':')) : scenario;
  }
}
