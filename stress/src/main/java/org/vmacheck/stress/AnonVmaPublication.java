package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.AnonVma;

/*
 * E1: vma.anon_vma goes from NULL to set under the page-table lock, and is read without it. Does
 * who sees the pointer see what it points to?
 *
 *   T1  anon_vma_prepare                   T2  find_mergeable_anon_vma of a neighbour, a fault
 *       anon_vma = alloc, fill                 p = vma.anon_vma
 *       vma.anon_vma = anon_vma                if p: look inside
 *
 * Mainline stores it plainly; the patch of July 2023 proposed a release and dependency-ordered
 * loads. The content asked about here is num_active_vmas: a field that has its value by a store
 * behind the constructor, as a Java final field would be ordered by Java itself.
 *
 *   num_active_vmas as T2 sees it; -1 if there is no anon_vma yet
 *
 *   ReleaseAndDereference  -1  393,256  acceptable
 *                          1   982,176  acceptable
 *   OnceAndOnce            -1  588,917  acceptable
 *                          0         0  interesting
 *                          1   958,247  acceptable
 *   PlainAndPlain          -1  353,991  acceptable
 *                          0         0  interesting
 *                          1   637,547  acceptable
 *
 * x86 keeps the two stores in order; the compiler may swap them when they are plain or once-only, as
 * they are to different cells, and HotSpot did not. The load side needs a processor that does not
 * keep address dependencies, an Alpha.
 *
 * To run it: vmacheck stress AnonVmaPublication
 */
public class AnonVmaPublication {

  private static final Memory MEMORY = MemoryUnderTest.memory();

  /** As the patch has it. */
  @JCStressTest
  @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "No anon_vma yet.")
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "There, and filled.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "There, but not filled.")
  @State
  public static class ReleaseAndDereference extends Prepare {

    @Actor
    public void prepare() {
      vma.anonVma.rcuAssignPointer(filled());
    }

    @Actor
    public void look(J_Result r) {
      r.r1 = inside(vma.anonVma.rcuDereference());
    }
  }

  /** Once-only accesses: whole, but not ordered. */
  @JCStressTest
  @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "No anon_vma yet.")
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "There, and filled.")
  @Outcome(id = "0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "There, but not filled.")
  @State
  public static class OnceAndOnce extends Prepare {

    @Actor
    public void prepare() {
      vma.anonVma.writeOnce(filled());
    }

    @Actor
    public void look(J_Result r) {
      r.r1 = inside(vma.anonVma.readOnce());
    }
  }

  /** Mainline of 2023. */
  @JCStressTest
  @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "No anon_vma yet.")
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "There, and filled.")
  @Outcome(id = "0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "There, but not filled.")
  @State
  public static class PlainAndPlain extends Prepare {

    @Actor
    public void prepare() {
      vma.anonVma.plain(filled());
    }

    @Actor
    public void look(J_Result r) {
      r.r1 = inside(vma.anonVma.plain());
    }
  }

  /** A VMA that is touched for the first time. */
  abstract static class Prepare extends OneVma {

    Prepare() {
      super(MEMORY);
    }

    static AnonVma filled() {
      AnonVma anonVma = MEMORY.allocate("anon_vma", () -> new AnonVma(MEMORY));
      anonVma.numActiveVmas.plain(1);
      return anonVma;
    }

    static long inside(AnonVma anonVma) {
      return anonVma == null ? -1 : anonVma.numActiveVmas.plain();
    }
  }
}
