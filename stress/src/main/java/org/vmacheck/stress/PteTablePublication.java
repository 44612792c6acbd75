package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/*
 * C84: a walker without locks finds a new PTE table in the PMD. Is the table initialised?
 *
 *   T1  pte_alloc, pmd_install             T2  pte_offset_map, ptep_get_lockless
 *       fill the table                         table = pmd               (address dependency)
 *       lock pml                               if table: pte = table[0]
 *       smp_wmb
 *       pmd = table
 *       unlock pml
 *
 * The lock does not order the filling before the store to the PMD: stores may sink into a critical
 * section. The barrier does. The table is filled with a guard marker here, as an empty entry is
 * zero, which is what Java memory holds before anybody fills it.
 *
 *   the entry as T2 sees it: -1 no table, 16 the marker, 0 not filled yet
 *
 *   WithBarrier     -1  482,456  acceptable
 *                   16  471,133  acceptable
 *   WithoutBarrier  -1  689,700  acceptable
 *                   0         0  interesting
 *                   16  629,686  acceptable
 *
 * x86 cannot show it: its stores stay in order, and taking pml is a full barrier besides.
 *
 * To run it: vmacheck stress PteTablePublication
 */
public class PteTablePublication {

  private static final Memory MEMORY = MemoryUnderTest.memory();

  private static final Tables KERNEL = new Tables();

  private static final Tables WITHOUT_BARRIER =
      new Tables() {
        @Override
        protected boolean pmdInstall(Pmd pmd, PteTable table) {
          pmd.pmdLock();
          boolean none = pmd.entry.readOnce() == null;
          if (none) {
            pmd.entry.writeOnce(table);
          }
          pmd.pmdUnlock();
          return none;
        }
      };

  /** The kernel as it is. */
  @JCStressTest
  @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "No table yet.")
  @Outcome(id = "16", expect = Expect.ACCEPTABLE, desc = "There, and filled.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "There, but not filled.")
  @State
  public static class WithBarrier extends Install {

    @Actor
    public void alloc() {
      alloc(KERNEL);
    }

    @Actor
    public void walk(J_Result r) {
      r.r1 = walk();
    }
  }

  /** The lock alone. */
  @JCStressTest
  @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "No table yet.")
  @Outcome(id = "16", expect = Expect.ACCEPTABLE, desc = "There, and filled.")
  @Outcome(id = "0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "There, but not filled.")
  @State
  public static class WithoutBarrier extends Install {

    @Actor
    public void alloc() {
      alloc(WITHOUT_BARRIER);
    }

    @Actor
    public void walk(J_Result r) {
      r.r1 = walk();
    }
  }

  /** A PMD with nothing in it. */
  abstract static class Install extends OneVma {

    Install() {
      super(MEMORY);
    }

    final void alloc(Tables tables) {
      PteTable table =
          MEMORY.allocate("pte_table", () -> new PteTable(MEMORY, mm.pageTables.geometry()));
      table.ptes.get(0).plain(Pte.GUARD);
      tables.pmdInstall(mm.pageTables.pmd(START), table);
    }

    final long walk() {
      MEMORY.rcu().readLock();
      PteTable table = mm.pageTables.pmd(START).entry.rcuDereference();
      long pte = table == null ? -1 : table.ptes.get(0).readOnce();
      MEMORY.rcu().readUnlock();
      return pte;
    }
  }

  /** Opens {@code pmd_install} to this file. */
  private static class Tables extends PteMap {

    Tables() {
      super(MEMORY);
    }

    @Override
    protected boolean pmdInstall(Pmd pmd, PteTable table) {
      return super.pmdInstall(pmd, table);
    }
  }
}
