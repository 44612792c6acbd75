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
 * A7. May a merged VMA get its sticky flags after the rmap locks are gone?
 *
 * <p>retract_page_tables needs neither mmap_lock nor the VMA lock, only i_mmap_rwsem. In between it
 * finds a VMA that covers a whole PMD range, has guards in it, and does not say so. Nobody has
 * reported it: this is a question to the list, with the interleaving.
 *
 * <pre>
 *   mprotect(v) merges it into p      collapse_file
 *     i_mmap_rwsem: p covers v's pages
 *     i_mmap_rwsem is released
 *                                       i_mmap_rwsem: p covers the PMD range
 *                                       pml, ptl: p has no VM_MAYBE_GUARD
 *                                       clear the PMD, free the table
 *     p gets VM_MAYBE_GUARD
 * </pre>
 */
final class StickyPublishedAfterMergeCommit {

  static final Race RACE =
      new Race(
          "sticky-published-after-merge-commit",
          "A7",
          "sticky flags reach the merged VMA after the rmap locks are released",
          new Report(
              Standing.QUESTION,
              "candidate for 6.18.y of mid-2026, 6.19 and later",
              "not reported; set the sticky flags before the merge is published",
              "none",
              "derived from the order of steps in mm/vma.c and mm/khugepaged.c"),
          new Reproduction(
              Releases.of("6.18"),
              Releases.of("6.18").patched(Patches.named("sticky-before-commit").orElseThrow()),
              GuardScenarios.MERGE_RETRACT,
              new Finding(Kind.INVARIANT, "guard_lost")));

  private StickyPublishedAfterMergeCommit() {}
}
