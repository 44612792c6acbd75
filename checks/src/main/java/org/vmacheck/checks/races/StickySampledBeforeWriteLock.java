package org.vmacheck.checks.races;

import org.vmacheck.checks.claims.GuardScenarios;
import org.vmacheck.checks.races.Race.Finding;
import org.vmacheck.checks.races.Race.Report;
import org.vmacheck.checks.races.Race.Reproduction;
import org.vmacheck.checks.races.Race.Standing;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.release.Releases;

/**
 * A4. May vma_expand read the sticky flags of the next VMA before it write-locks it?
 *
 * <p>As long as guard install takes mmap_lock, yes. Since 6.19 it takes the VMA read lock, which a
 * holder of mmap_lock does not keep out, and the flag that it sets goes with the VMA.
 *
 * <pre>
 *   mmap of the gap before next       guard install in next
 *     sample next's sticky flags
 *                                       lock_vma_under_rcu(next)
 *                                       set VM_MAYBE_GUARD, write the marker
 *                                       vma_end_read(next)
 *     vma_start_write(next)
 *     next is merged into prev
 *     prev gets the flags sampled
 * </pre>
 */
final class StickySampledBeforeWriteLock {

  static final Race RACE =
      new Race(
          "sticky-sampled-before-write-lock",
          "A4",
          "vma_expand reads a neighbour's sticky flags before it write-locks it",
          new Report(
              Standing.REPORTED,
              "6.19 and 7.0",
              "the vma_flags_t conversion of March 2026 (7.1)",
              "none",
              "cover letter of v3 of that series, 18 March 2026"),
          new Reproduction(
              Releases.of("6.19"),
              Releases.of("7.1"),
              GuardScenarios.MERGE_NEW,
              new Finding(Kind.INVARIANT, "guard_without_flag")));

  private StickySampledBeforeWriteLock() {}
}
