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
 * A5. What does mprotect store after vma_modify_flags has merged the VMA?
 *
 * <p>If it stores what it had computed for its own VMA, the sticky flags that the merge brought in
 * from the neighbour are gone again. One thread is enough.
 *
 * <pre>
 *   mprotect(v)
 *     newflags from v's flags, without VM_MAYBE_GUARD
 *     v is merged into p, which has guards; p keeps VM_MAYBE_GUARD
 *     p's flags = newflags
 * </pre>
 */
final class StickyOverwrittenByRequestedFlags {

  static final Race RACE =
      new Race(
          "sticky-overwritten-by-requested-flags",
          "A5",
          "mprotect overwrites the sticky flags of the neighbour it merged with",
          new Report(
              Standing.REPORTED,
              "avoided in 6.19; before it for VM_SOFTDIRTY",
              "9119d6c2095b (6.19, back-ported to 6.18.y)",
              "none",
              "v4 of the VM_MAYBE_GUARD series, 18 November 2025"),
          new Reproduction(
              Releases.of("6.18").patched(Patches.named("return-merged-flags").orElseThrow()),
              Releases.of("6.18"),
              GuardScenarios.STICKY,
              new Finding(Kind.INVARIANT, "guard_without_flag")));

  private StickyOverwrittenByRequestedFlags() {}
}
