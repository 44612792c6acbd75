package org.vmacheck.checks.litmus.run;

import java.util.SortedMap;
import org.vmacheck.checks.litmus.syntax.LitmusTest;

/**
 * What a test's executions end with.
 *
 * @param states each state as herd writes it ({@code 0:r1=1; x=2;}), with how many executions end
 *     in it
 * @param positive executions that satisfy the condition
 * @param negative executions that do not
 * @param loadBuffering executions in which program order and reads-from form a cycle: somebody
 *     reads what is written later; no interleaving of anything looks like that
 * @param dataRace whether plain accesses race in at least one execution
 * @param cut whether executions are missing in which a loop runs more than twice
 */
public record LitmusResult(
    LitmusTest test,
    SortedMap<String, Long> states,
    long positive,
    long negative,
    long loadBuffering,
    boolean dataRace,
    boolean cut) {

  /** How often the condition is satisfied, in herd's words. */
  public String observation() {
    if (positive == 0) {
      return "Never";
    }
    return negative == 0 ? "Always" : "Sometimes";
  }

  /** Whether the test's condition holds with its quantifier. */
  public boolean ok() {
    return test.quantifier().holds(positive, negative);
  }
}
