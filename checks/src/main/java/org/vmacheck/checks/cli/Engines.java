package org.vmacheck.checks.cli;

import java.util.List;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.engine.lincheck.LincheckEngine;

/** The engines that judge scenarios, the default first. */
final class Engines {

  private static final List<Engine> ALL = List.of(new ExploreEngine(), new LincheckEngine());

  private Engines() {}

  static List<Engine> all() {
    return ALL;
  }
}
