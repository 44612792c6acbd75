package org.vmacheck.checks.claims;

import static org.vmacheck.checks.claims.Claim.holdsOn;
import static org.vmacheck.checks.claims.Claim.questionOn;
import static org.vmacheck.checks.claims.Claim.violatedOn;

import java.util.List;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** C58 to C70: atomic flags, sticky flags and guard regions (facts.md H.6). */
final class GuardClaims {

  private static final Release V6_18 = Releases.of("6.18");
  private static final Release V6_19 = Releases.of("6.19");
  private static final Release V7_1 = Releases.of("7.1");

  private GuardClaims() {}

  static List<Claim> all() {
    return List.of(
        everywhere(
            Claim.of(
                "C58",
                "A smaps reader racing a guard install sees VM_MAYBE_GUARD set or clear, and all"
                    + " other flags right.",
                "568822502383 (6.19), review of v2 of the VM_MAYBE_GUARD series"),
            GuardScenarios.SMAPS,
            GuardScenarios.SMAPS_MPROTECT,
            GuardScenarios.SMAPS_SPLIT),
        Claim.of(
                "C59",
                "If VM_MAYBE_GUARD is clear in a VMA at rest, its range holds no guard marker, and"
                    + " a guard stays until it is removed.",
                "5dba5cc2e0ff (6.19), cover letter of the VM_MAYBE_GUARD series")
            .in(
                GuardScenarios.SMAPS_AFTER_INSTALL,
                holdsOn(V6_18),
                questionOn(V6_19),
                questionOn(V7_1))
            .in(
                GuardScenarios.MERGE_RETRACT,
                questionOn(V6_18),
                questionOn(V6_19),
                questionOn(V7_1)),
        Claim.of(
                "C60",
                "With guard install under mmap_lock for reading, neither the atomic set nor a"
                    + " plain update under mmap_lock and VMA lock for writing loses a flag.",
                "568822502383 (6.19)")
            .in(GuardScenarios.MPROTECT, holdsOn(V6_18))
            .in(GuardScenarios.MADVISE, holdsOn(V6_18))
            .in(GuardScenarios.MLOCK, holdsOn(V6_18))
            .in(GuardScenarios.CLEAR_REFS, holdsOn(V6_18)),
        Claim.of(
                "C61",
                "With guard install under the VMA read lock, a flag update whose new value was"
                    + " computed before vma_start_write does not lose VM_MAYBE_GUARD.",
                "derived from 2ab7f1bbafc9 (6.19) and mm/mprotect.c")
            .in(GuardScenarios.MPROTECT, questionOn(V6_19), questionOn(V7_1))
            .in(GuardScenarios.MADVISE, questionOn(V6_19), questionOn(V7_1))
            .in(GuardScenarios.MLOCK, questionOn(V6_19), questionOn(V7_1)),
        Claim.of(
                "C62",
                "vma_expand may read the next VMA's sticky flags before it write-locks it.",
                "March 2026 vma_flags_t series (7.1), which changed the order")
            .in(GuardScenarios.MERGE_NEW, holdsOn(V6_18), violatedOn(V6_19))
            .inWeakMemory(MemoryModelName.LKMM, GuardScenarios.MERGE_NEW, questionOn(V7_1)),
        Claim.of(
                "C63",
                "vma_merge_existing_range may take middle's sticky flags from what was computed"
                    + " before it write-locked middle.",
                "derived from 2ab7f1bbafc9 (6.19) and mm/vma.c")
            .in(GuardScenarios.MERGE_EXISTING, holdsOn(V6_18), questionOn(V6_19), questionOn(V7_1)),
        Claim.of(
                "C64",
                "A split may copy the flags before it write-locks the VMA.",
                "derived from 2ab7f1bbafc9 (6.19) and mm/vma.c")
            .in(GuardScenarios.SPLIT, holdsOn(V6_18), questionOn(V6_19), questionOn(V7_1)),
        Claim.of(
                "C65",
                "A writer that has waited off the VMA's readers sees the flag that one of them"
                    + " set, though nothing makes its wait an acquire.",
                "derived from mm/mmap_lock.c (6.15 and later)")
            .inWeakMemory(
                MemoryModelName.LKMM,
                GuardScenarios.CLEAR_REFS,
                holdsOn(V6_18),
                questionOn(V6_19),
                questionOn(V7_1)),
        everywhere(
            Claim.of(
                "C66",
                "Setting the flag with no ordering is enough for retract_page_tables, as both"
                    + " sides pass through the ptl.",
                "49e14dabed7a (6.19)"),
            GuardScenarios.RETRACT),
        everywhere(
            Claim.of(
                "C67",
                "The flag is set before the marker is written, so no marker is without a flag"
                    + " (the other order: race A3).",
                "49e14dabed7a (6.19)"),
            GuardScenarios.RETRACT,
            GuardScenarios.SMAPS),
        everywhere(
            Claim.of(
                "C68",
                "retract_page_tables tests again under the ptl, so a guard that came in since the"
                    + " first test keeps its table (with one test only: race A2).",
                "49e14dabed7a (6.19)"),
            GuardScenarios.RETRACT),
        everywhere(
            Claim.of(
                "C69",
                "A guard region of a file mapping survives a collapse with no anon_vma in the VMA,"
                    + " as VM_MAYBE_GUARD is tested (without the test: race A1).",
                "49e14dabed7a (6.19)"),
            GuardScenarios.RETRACT),
        everywhere(
            Claim.of(
                "C70",
                "VMAs that differ in sticky flags only are merged, the result has all of them, and"
                    + " the caller's reset keeps them (otherwise: race A5).",
                "64212ba02e66, 9119d6c2095b (6.19)"),
            GuardScenarios.STICKY));
  }

  private static Claim everywhere(Claim claim, Scenario... scenarios) {
    Claim judged = claim;
    for (Scenario scenario : scenarios) {
      judged = judged.in(scenario, holdsOn(V6_18), holdsOn(V6_19), holdsOn(V7_1));
    }
    return judged;
  }
}
