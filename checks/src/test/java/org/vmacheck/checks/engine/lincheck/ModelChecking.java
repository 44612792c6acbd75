package org.vmacheck.checks.engine.lincheck;

import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** How the operations on an {@link Invocation} are model-checked. */
final class ModelChecking {

  /** Turns of a waiting thread; an honest one turns once for each change it is woken by. */
  private static final int LOOP_BOUND = 200;

  private ModelChecking() {}

  static ModelCheckingOptions options() {
    ModelCheckingOptions options =
        new ModelCheckingOptions()
            .iterations(5)
            .threads(2)
            .actorsPerThread(2)
            .actorsBefore(1)
            .actorsAfter(1)
            .invocationsPerIteration(200)
            .loopBound(LOOP_BOUND)
            .sequentialSpecification(AddressSpaceSpec.class)
            .minimizeFailedScenario(false)
            .addGuarantee(
                ManagedStrategyGuaranteeKt.forClasses(Invocation.class.getName())
                    .methods("current")
                    .ignore())
            // a set of flags made where Lincheck looks instruments HashMap, the kernel's as well
            .addGuarantee(
                ManagedStrategyGuaranteeKt.forClasses(Calls.class.getName()).allMethods().ignore());
    SwitchPoints.guarantees().forEach(options::addGuarantee);
    return options;
  }
}
