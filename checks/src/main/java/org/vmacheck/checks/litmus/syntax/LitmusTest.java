package org.vmacheck.checks.litmus.syntax;

import java.util.List;
import org.vmacheck.checks.litmus.syntax.Term.Observable;

/**
 * A litmus test.
 *
 * @param name from the first line
 * @param initial what is not 0 (or said to be 0) in the beginning
 * @param threads P0, P1 ... in this order
 * @param locations what is shown of each end besides what the condition speaks of
 * @param filter ends that do not satisfy it do not count
 * @param condition what is asked of the ends
 */
public record LitmusTest(
    String name,
    List<Initial> initial,
    List<ThreadCode> threads,
    List<Observable> locations,
    Proposition filter,
    Quantifier quantifier,
    Proposition condition) {

  public LitmusTest {
    initial = List.copyOf(initial);
    threads = List.copyOf(threads);
    locations = List.copyOf(locations);
  }

  /** An initial value: a number or an address. */
  public record Initial(Observable observable, Term value) {}

  /**
   * A thread.
   *
   * @param parameters names of locations; in the code each is their address
   */
  public record ThreadCode(List<String> parameters, Statement body) {
    public ThreadCode {
      parameters = List.copyOf(parameters);
    }
  }
}
