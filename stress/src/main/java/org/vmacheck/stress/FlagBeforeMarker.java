package org.vmacheck.stress;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.VmOperations;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/*
 * C66, C67: set_bit orders nothing. Why does retract_page_tables still see VM_MAYBE_GUARD in time?
 *
 *   T1  madvise_guard_install          T2  retract_page_tables
 *       set_bit(VM_MAYBE_GUARD)            lock pml, lock ptl
 *       lock ptl                           if !test_bit(VM_MAYBE_GUARD)
 *       pte = guard marker                   pmd = none, the table is freed
 *       unlock ptl                         unlock ptl, unlock pml
 *
 * Both pass through the ptl of the same table. If T1 comes first its unlock publishes the flag to
 * T2's lock; if T2 comes first T1 finds the PMD changed and fills a new table. The flag has to come
 * before the marker, and T2 has to test it with the ptl held.
 *
 *   (retracted, guard is in the page tables) at the end; C66 says that the guard always is
 *
 *   FlagFirst         false, true  384,996  acceptable
 *                     true, true   216,459  acceptable
 *   MarkerFirst       false, true  475,003  acceptable
 *                     true, false    2,940  interesting
 *                     true, true   346,609  acceptable
 *   TestedWithoutPtl  false, true  391,054  acceptable
 *                     true, false    4,250  interesting
 *                     true, true   413,298  acceptable
 *
 * x86 shows what goes wrong by interleaving, which is all of the weakened forms here. That the
 * unordered set_bit is enough is seen on a weaker machine only: on x86 it is a full barrier.
 *
 * To run it: vmacheck stress FlagBeforeMarker
 */
public class FlagBeforeMarker {

  private static final Memory MEMORY = MemoryUnderTest.memory();

  private static final Kernel KERNEL = release().boot(MEMORY);

  /** The marker first, the flag later (race A3). */
  private static final Kernel MARKER_FIRST = without("flag-before-marker");

  /** The flag is tested before the locks are taken, and not again (race A2, claim C68). */
  private static final Kernel TESTED_ONCE = without("retest-under-ptl");

  /** The kernel as it is. */
  @JCStressTest
  @Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The flag was seen in time.")
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "The guard is in a new table.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "The guard went with the old table.")
  @State
  public static class FlagFirst extends GuardAndRetract {

    @Actor
    public void guardInstall() {
      install(KERNEL);
    }

    @Actor
    public void collapse() {
      retract(KERNEL);
    }

    @Arbiter
    public void end(ZZ_Result r) {
      judge(r);
    }
  }

  /** C67 broken: between marker and flag the table looks as if nobody needed it. */
  @JCStressTest
  @Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The flag was seen in time.")
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "The guard is in a new table.")
  @Outcome(
      id = "true, false",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The guard went with the old table.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "The guard is gone and nobody took it.")
  @State
  public static class MarkerFirst extends GuardAndRetract {

    @Actor
    public void guardInstall() {
      install(MARKER_FIRST);
    }

    @Actor
    public void collapse() {
      retract(MARKER_FIRST);
    }

    @Arbiter
    public void end(ZZ_Result r) {
      judge(r);
    }
  }

  /** C68 broken: a test without the ptl says nothing about what came since. */
  @JCStressTest
  @Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The flag was seen in time.")
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "The guard is in a new table.")
  @Outcome(
      id = "true, false",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The guard went with the old table.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "The guard is gone and nobody took it.")
  @State
  public static class TestedWithoutPtl extends GuardAndRetract {

    @Actor
    public void guardInstall() {
      install(TESTED_ONCE);
    }

    @Actor
    public void collapse() {
      retract(TESTED_ONCE);
    }

    @Arbiter
    public void end(ZZ_Result r) {
      judge(r);
    }
  }

  /** A VMA that maps a file, over one empty PTE table. */
  abstract static class GuardAndRetract extends OneVma {

    private final AddressSpace file = new AddressSpace(MEMORY, KERNEL.frames(), "file", 0);
    private final Pmd pmd = mm.pageTables.pmd(START);
    private final PteTable table = new PteTable(MEMORY, mm.pageTables.geometry());

    GuardAndRetract() {
      super(MEMORY);
      vma.vmOps.plain(VmOperations.GENERIC_FILE);
      vma.vmFile.plain(file);
      file.iMmap.plain(List.of(vma));
      pmd.entry.plain(table);
    }

    final void install(Kernel kernel) {
      kernel.path(MmapLock.class).mmapReadLock(mm);
      kernel.path(GuardRegions.class).madviseGuardInstall(vma, START, START + 1);
      kernel.path(MmapLock.class).mmapReadUnlock(mm);
    }

    final void retract(Kernel kernel) {
      kernel.path(Khugepaged.class).retractPageTables(file, START);
    }

    final void judge(ZZ_Result r) {
      PteTable now = pmd.entry.plain();
      r.r1 = now != table;
      r.r2 = now != null && Pte.isGuard(now.ptes.get(0).plain());
    }
  }

  /** Tables are left to the garbage collector: a grace period for each would be all that runs. */
  static final class TablesStay extends PteMap {

    TablesStay(Memory memory) {
      super(memory);
    }

    @Override
    public void pteFreeDefer(PteTable table) {}
  }

  private static Release release() {
    return Releases.newest().patched(Patch.of(TablesStay.class));
  }

  private static Kernel without(String slug) {
    return release().patched(Patches.named(slug).orElseThrow()).boot(MEMORY);
  }
}
