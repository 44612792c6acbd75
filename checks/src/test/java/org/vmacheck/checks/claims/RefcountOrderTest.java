package org.vmacheck.checks.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.pgtable.Geometry;

/** What dropping a reference to a VMA orders under LKMM. */
class RefcountOrderTest {

  /**
   * Two readers of a detached VMA leave. What the first reads of the count tells who was the last;
   * the other one then has to see what the first had stored.
   */
  private static Program twoLeave(Memory memory, Set<String> seen) {
    MmStruct mm = memory.allocate("mm", () -> new MmStruct(memory, Geometry.ofPages(2)));
    VmArea vma = memory.allocate("vma", () -> new VmArea(memory));
    vma.vmMm.plain(mm);
    vma.vmRefcnt.plain(2);
    VmaLockRefcount vmaLock = new VmaLockRefcount(memory);
    Operation first =
        new Operation(
            "store, leave",
            () -> {
              vma.vmlockDepMap.acquiredRead();
              vma.vmFlags.writeOnce(1);
              vmaLock.vmaEndRead(vma);
              return vma.vmRefcnt.readOnce();
            });
    Operation second =
        new Operation(
            "leave, load",
            () -> {
              vma.vmlockDepMap.acquiredRead();
              vmaLock.vmaEndRead(vma);
              return vma.vmFlags.readOnce();
            });
    return new Program(
        List.of(KernelThread.of("A", first), KernelThread.of("B", second)),
        outcomes -> seen.add(outcomes.of(0, 0) + " " + outcomes.of(1, 0)));
  }

  @Test
  void whoTakesTheLastReferenceAwaySeesWhatTheOthersDid() {
    Set<String> seen = new TreeSet<>();
    Settings settings = Settings.defaults().withModel(MemoryModelName.LKMM);

    Verdict verdict = new ExploreEngine().judge(memory -> twoLeave(memory, seen), settings);

    assertThat(verdict.exhaustive()).isTrue();
    assertThat(seen).containsExactly("0 0", "0 1", "1 1");
  }
}
