package org.vmacheck.checks.engine.lincheck;

import java.util.List;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;

/**
 * Where Lincheck may switch threads. The one class of the memory that Lincheck instruments; under
 * any other strategy, and outside of a run, its methods do nothing.
 */
public final class SwitchPoints {

  /**
   * Counts changes of the memory. Written by classes that Lincheck does not instrument, and so no
   * place to switch; read here, by a class that it does.
   */
  static final class Changes {
    volatile long count;
  }

  final Changes changes = new Changes();

  /**
   * A thread is about to access a cell: another thread may run first.
   *
   * @param access and {@code cell} are only read by Lincheck, for its own trace
   */
  void before(String access, String cell) {
    access(access, cell);
  }

  /**
   * Waits until the memory is no longer as it was when its change count was {@code seen}. Lincheck
   * knows a loop that only reads as waiting: it switches at once and comes back when no other
   * thread can run, so a wait costs no turns and adds no choices.
   */
  void until(long seen) {
    sleep(seen);
  }

  /** The step as Lincheck sees it: a switch may come before it, none inside. */
  void access(String access, String cell) {}

  private void sleep(long seen) {
    while (changes.count == seen) {
      Thread.onSpinWait();
    }
  }

  /** What Lincheck must be told of this class for it to work as described. */
  static List<ManagedStrategyGuarantee> guarantees() {
    String me = SwitchPoints.class.getName();
    return List.of(
        ManagedStrategyGuaranteeKt.forClasses(me).methods("access").treatAsAtomic(),
        ManagedStrategyGuaranteeKt.forClasses(me).methods("sleep").mute$lincheck());
  }
}
