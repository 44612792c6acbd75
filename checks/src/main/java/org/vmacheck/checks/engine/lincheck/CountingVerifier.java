package org.vmacheck.checks.engine.lincheck;

import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/**
 * Called by Lincheck after each invocation, on its main thread. Linearizability is not the question
 * here: the property is the program's own. It also counts, because Lincheck does not say whether it
 * stopped for want of interleavings or of invocations.
 */
public final class CountingVerifier implements Verifier {

  /**
   * @param specification what Lincheck calls every verifier with; there is none here
   */
  public CountingVerifier(Class<?> specification) {}

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
    return UnderWay.judgement().verify();
  }
}
