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
 * A11. Why does pte_offset_map_lock look at the PMD again once it holds the ptl?
 *
 * <p>The lock is inside of the table, and the table may have been unlinked while it waited. Without
 * the second look the marker goes into a table that nobody will ever walk again.
 *
 * <pre>
 *   guard install                     collapse_file
 *     the PMD points to t
 *                                       pml, t's ptl: VM_MAYBE_GUARD is clear
 *                                       clear the PMD, unlock
 *     t's ptl: write the marker into t
 * </pre>
 *
 * <p>The flag is set before the PMD is read, so the retraction must have tested it before that.
 */
final class GuardInstallDetachedTable {

  static final Race RACE =
      new Race(
          "guard-install-detached-table",
          "A11",
          "a guard marker is written into a page table that was unlinked meanwhile",
          new Report(
              Standing.DERIVED,
              "never in a release",
              "the pmd_same test of pte_offset_map_lock",
              "none",
              "mm/pgtable-generic.c of 6.5 and later"),
          new Reproduction(
              Releases.of("6.18").patched(Patches.named("pmd-same").orElseThrow()),
              Releases.of("6.18"),
              GuardScenarios.RETRACT,
              new Finding(Kind.INVARIANT, "guard_lost")));

  private GuardInstallDetachedTable() {}
}
