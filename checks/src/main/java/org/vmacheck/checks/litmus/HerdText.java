package org.vmacheck.checks.litmus;

import java.util.Map;
import org.vmacheck.checks.litmus.run.LitmusResult;
import org.vmacheck.checks.litmus.syntax.LitmusTest;

/** The outcome of a test in the words and the order of herd7. */
public final class HerdText {
  private HerdText() {}

  /** Several lines, the last one with a line break. */
  public static String of(LitmusResult result) {
    LitmusTest test = result.test();
    StringBuilder text = new StringBuilder();
    text.append("Test ").append(test.name()).append(' ').append(test.quantifier().kind());
    text.append("\nStates ").append(result.states().size()).append('\n');
    for (Map.Entry<String, Long> state : result.states().entrySet()) {
      text.append(state.getKey()).append('\n');
    }
    text.append(result.ok() ? "Ok" : "No");
    text.append("\nWitnesses\nPositive: ").append(result.positive());
    text.append(" Negative: ").append(result.negative()).append('\n');
    if (result.dataRace()) {
      text.append("Flag data-race\n");
    }
    if (result.cut()) {
      text.append("Warning: loops cut, executions with longer ones are missing\n");
    }
    if (result.loadBuffering().isEmpty()) {
      text.append("Warning: executions with load buffering are left out\n");
    }
    text.append("Condition ").append(test.quantifier().keyword());
    text.append(" (").append(test.condition()).append(")\n");
    text.append("Observation ").append(test.name()).append(' ').append(result.observation());
    text.append(' ').append(result.positive()).append(' ').append(result.negative()).append('\n');
    return text.toString();
  }
}
