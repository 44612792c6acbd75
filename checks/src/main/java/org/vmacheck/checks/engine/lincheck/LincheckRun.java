package org.vmacheck.checks.engine.lincheck;

/**
 * What Lincheck takes for the tested class: it makes an instance for each invocation and calls
 * {@link #call} from its threads. Public, with a public constructor, because Lincheck calls it by
 * reflection.
 */
public final class LincheckRun {

  /** Held here so that Lincheck finds it and instruments its class. */
  private final SwitchPoints points = new SwitchPoints();

  public LincheckRun() {
    UnderWay.judgement().begin(points);
  }

  /**
   * Runs one operation of the program.
   *
   * @param thread position in the program's threads
   * @param operation position in the thread's operations
   * @param label read only by Lincheck, for its own report
   */
  public long call(int thread, int operation, String label) {
    return UnderWay.judgement().call(thread, operation);
  }
}
