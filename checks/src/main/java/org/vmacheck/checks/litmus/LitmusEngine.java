package org.vmacheck.checks.litmus;

import java.util.Locale;
import org.vmacheck.checks.litmus.run.Enumeration;
import org.vmacheck.checks.litmus.run.Exploration;
import org.vmacheck.checks.litmus.run.LitmusResult;
import org.vmacheck.checks.litmus.syntax.LitmusTest;

/** The ways to the executions of a litmus test; they have only the axioms in common. */
public enum LitmusEngine {
  /** All combinations of values, those with load buffering included. */
  ENUMERATE {
    @Override
    LitmusResult run(LitmusTest test) {
      return Enumeration.run(test);
    }
  },
  /** The explorer, which has no load buffering. */
  EXPLORE {
    @Override
    LitmusResult run(LitmusTest test) {
      return Exploration.run(test);
    }
  };

  abstract LitmusResult run(LitmusTest test);

  /** As {@code --engine} and the JSON spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
