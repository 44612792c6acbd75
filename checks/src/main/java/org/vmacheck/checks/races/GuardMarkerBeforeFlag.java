package org.vmacheck.checks.races;

import org.vmacheck.checks.claims.GuardScenarios;
import org.vmacheck.checks.races.Race.Finding;
import org.vmacheck.checks.races.Race.Report;
import org.vmacheck.checks.races.Race.Reproduction;
import org.vmacheck.checks.races.Race.Standing;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Releases;

/**
 * A3. Why does guard install set the flag before the markers?
 *
 * <p>In between, the markers are there and nothing tells of them; the ptl is free and a retraction
 * that tests the flag under it finds it clear.
 *
 * <pre>
 *   guard install                     collapse_file
 *     ptl: write the marker
 *                                       pml, ptl: VM_MAYBE_GUARD is clear
 *                                       clear the PMD, free the table
 *     set VM_MAYBE_GUARD
 * </pre>
 */
final class GuardMarkerBeforeFlag {

  static final Race RACE =
      new Race(
          "guard-marker-before-flag",
          "A3",
          "the markers are written before VM_MAYBE_GUARD is set",
          new Report(
              Standing.DERIVED,
              "never in a release",
              "the order of 49e14dabed7a",
              "none",
              "commit message of 49e14dabed7a"),
          new Reproduction(
              Releases.of("6.18").patched(Patches.named("flag-before-marker").orElseThrow()),
              Releases.of("6.18"),
              GuardScenarios.RETRACT,
              new Finding(Kind.INVARIANT, "guard_lost")));

  private GuardMarkerBeforeFlag() {}
}
