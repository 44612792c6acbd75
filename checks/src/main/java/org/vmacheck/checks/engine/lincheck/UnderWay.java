package org.vmacheck.checks.engine.lincheck;

import java.util.function.Supplier;

/**
 * The judgement that Lincheck runs now. Lincheck makes the tested instances and the verifier
 * itself, from their classes, so nothing can be handed to them; and what it reached through a field
 * of the tested instance it would instrument. So they ask here, for as long as one call of Lincheck
 * lasts. Lincheck itself allows one at a time in a process.
 */
final class UnderWay {

  private static volatile Judgement judgement;

  private UnderWay() {}

  /** Waits for its turn, and clears up behind it. */
  static synchronized <T> T during(Judgement now, Supplier<T> lincheck) {
    judgement = now;
    try {
      return lincheck.get();
    } finally {
      judgement = null;
    }
  }

  static Judgement judgement() {
    return judgement;
  }
}
