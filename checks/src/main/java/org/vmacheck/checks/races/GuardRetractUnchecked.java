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
 * A1. Does retract_page_tables notice guard markers in a file mapping?
 *
 * <p>Up to v2 of the VM_MAYBE_GUARD series it asked for an anon_vma and for uffd-wp only. Guard
 * install had stopped giving file mappings an anon_vma, so nothing kept the table with the markers.
 *
 * <pre>
 *   guard install                     collapse_file
 *     set VM_MAYBE_GUARD
 *     ptl: write the marker
 *                                       unmap the old pages (a marker is none)
 *                                       pml, ptl: no anon_vma, no uffd-wp
 *                                       clear the PMD, free the table
 * </pre>
 */
final class GuardRetractUnchecked {

  static final Race RACE =
      new Race(
          "guard-retract-unchecked",
          "A1",
          "page-table retraction drops guard markers",
          new Report(
              Standing.REPORTED,
              "v1 and v2 of the VM_MAYBE_GUARD series, never in a release",
              "49e14dabed7a (6.19, back-ported to 6.18.y)",
              "none",
              "cover letter of v3, 7 November 2025"),
          new Reproduction(
              Releases.of("6.18").patched(Patches.named("test-maybe-guard").orElseThrow()),
              Releases.of("6.18"),
              GuardScenarios.RETRACT,
              new Finding(Kind.INVARIANT, "guard_lost")));

  private GuardRetractUnchecked() {}
}
