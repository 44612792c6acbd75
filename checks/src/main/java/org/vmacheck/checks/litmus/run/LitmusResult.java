package org.vmacheck.checks.litmus.run;

import java.util.Optional;
import java.util.SortedMap;
import org.vmacheck.checks.litmus.syntax.LitmusTest;

/**
 * What a test's executions end with.
 *
 * @param states each state as herd writes it ({@code 0:r1=1; x=2;}), with how many executions end
 *     in it
 * @param positive executions that satisfy the condition
 * @param negative executions that do not
 * @param loadBuffering those of the states, with how many executions end in each, in which program
 *     order and reads-from form a cycle: somebody reads what is written later; not present if such
 *     executions were left out
 * @param dataRace whether plain accesses race in at least one execution
 * @param cut whether executions are missing in which a loop runs more than twice
 */
public record LitmusResult(
    LitmusTest test,
    SortedMap<String, Long> states,
    long positive,
    long negative,
    Optional<SortedMap<String, Long>> loadBuffering,
    boolean dataRace,
    boolean cut) {

  /** How often the condition is satisfied, in herd's words. */
  public String observation() {
    if (positive == 0) {
      return "Never";
    }
    return negative == 0 ? "Always" : "Sometimes";
  }

  /** Whether no execution is missing. */
  public boolean isComplete() {
    return !cut && loadBuffering.isPresent();
  }

  /** Whether the test's condition holds with its quantifier. */
  public boolean ok() {
    return test.quantifier().holds(positive, negative);
  }
}
