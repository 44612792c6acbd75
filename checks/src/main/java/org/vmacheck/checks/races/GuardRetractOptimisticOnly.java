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
 * A2. Is it enough for retract_page_tables to test VM_MAYBE_GUARD before it takes the locks?
 *
 * <p>No: what it saw may be over by the time it holds the ptl, and the ptl is all that orders it
 * against guard install.
 *
 * <pre>
 *   guard install                     collapse_file
 *                                       VM_MAYBE_GUARD is clear
 *     set VM_MAYBE_GUARD
 *     ptl: write the marker
 *                                       pml, ptl: not asked again
 *                                       clear the PMD, free the table
 * </pre>
 */
final class GuardRetractOptimisticOnly {

  static final Race RACE =
      new Race(
          "guard-retract-optimistic-only",
          "A2",
          "VM_MAYBE_GUARD is tested only before the page-table locks",
          new Report(
              Standing.DERIVED,
              "never in a release",
              "the second test of 49e14dabed7a",
              "none",
              "commit message of 49e14dabed7a"),
          new Reproduction(
              Releases.of("6.18").patched(Patches.named("retest-under-ptl").orElseThrow()),
              Releases.of("6.18"),
              GuardScenarios.RETRACT,
              new Finding(Kind.INVARIANT, "guard_lost")));

  private GuardRetractOptimisticOnly() {}
}
