package org.vmacheck.checks.races;

import org.vmacheck.checks.claims.GuardScenarios;
import org.vmacheck.checks.races.Race.Finding;
import org.vmacheck.checks.races.Race.Report;
import org.vmacheck.checks.races.Race.Reproduction;
import org.vmacheck.checks.races.Race.Standing;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * A6. May the new flags of a VMA be computed before it is write-locked?
 *
 * <p>mprotect reads the flags under mmap_lock, computes the new word, write-locks the VMA and
 * stores it. While guard install took mmap_lock that was one step for it. Under the VMA read lock
 * it fits in between. Nobody has reported it: these are questions to the list, with the
 * interleaving.
 *
 * <pre>
 *   mprotect                          guard install
 *     newflags from vm_flags
 *                                       lock_vma_under_rcu
 *                                       set VM_MAYBE_GUARD, write the marker
 *                                       vma_end_read
 *     vma_start_write
 *     vm_flags = newflags
 * </pre>
 */
final class StaleFlagsSnapshot {

  private static final Release MENDED =
      Releases.of("7.1")
          .patched(Patches.named("lock-before-new-flags").orElseThrow())
          .patched(Patches.named("lock-before-dup").orElseThrow());

  static final Race MPROTECT =
      question(
          "stale-flags-snapshot-vs-guard",
          "A6",
          "mprotect stores flags that it computed before it write-locked the VMA",
          GuardScenarios.MPROTECT);

  static final Race MERGE =
      question(
          "stale-flags-merged-away",
          "A6-i",
          "a merge takes middle's sticky flags from what was computed before the lock",
          GuardScenarios.MERGE_EXISTING);

  static final Race SPLIT =
      question(
          "stale-flags-split-off",
          "A6-ii",
          "a split copies the flags before it write-locks the VMA",
          GuardScenarios.SPLIT);

  private StaleFlagsSnapshot() {}

  private static Race question(String id, String alias, String title, Scenario scenario) {
    return new Race(
        id,
        alias,
        title,
        new Report(
            Standing.QUESTION,
            "candidate for 6.19 and later",
            "not reported; write-lock first, then read the flags",
            "none",
            "derived from 2ab7f1bbafc9 and the order of steps in mm/mprotect.c and mm/vma.c"),
        new Reproduction(
            Releases.of("6.19"),
            MENDED,
            scenario,
            new Finding(Kind.INVARIANT, "guard_without_flag")));
  }
}
