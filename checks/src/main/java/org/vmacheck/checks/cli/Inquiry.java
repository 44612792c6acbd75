package org.vmacheck.checks.cli;

import java.util.List;
import java.util.function.Predicate;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.report.Question;
import org.vmacheck.checks.scenario.Setup;

/**
 * A question together with how to have it answered.
 *
 * @param reason whether a counterexample shows what it must show to count
 */
record Inquiry(
    Question question,
    Engine engine,
    Setup setup,
    Settings settings,
    Predicate<Counterexample> reason) {

  /** Equal for two inquiries of one run exactly if their verdicts must be. */
  List<String> sameAs() {
    return List.of(
        question.engine(), question.model().text(), question.kernel(), question.scenario());
  }
}
