package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;

/*
 * K3: why may VM_MAYBE_GUARD be set under a read lock, and no other flag?
 *
 *   T1  vm_flags |= VM_LOCKED          T2  set_bit(VM_MAYBE_GUARD, &vm_flags)
 *
 * vm_flags |= X is a load, an or and a store. A bit that somebody else sets between the load and
 * the store is gone, however atomically it was set. So a plain writer must exclude the atomic one,
 * and two atomic ones need not exclude each other.
 *
 *   (VM_LOCKED, VM_MAYBE_GUARD) at the end
 *
 *   BothAtomic               true, true   1,458,654  acceptable
 *   PlainUnderWriteLock      true, true   1,292,360  acceptable
 *   PlainWithoutLock         true, false     41,543  interesting
 *                            true, true   1,696,917  acceptable
 *   PlainUnderMmapWriteOnly  true, false        476  interesting
 *                            true, true     930,532  acceptable
 *
 * x86 shows all of it: nothing is reordered here, steps are interleaved.
 *
 * To run it: vmacheck stress PlainOrAgainstAtomicSet
 */
public class PlainOrAgainstAtomicSet {

  private static final int LOCKED_BIT = Long.numberOfTrailingZeros(VmFlags.LOCKED);

  private static final Memory MEMORY = MemoryUnderTest.memory();
  private static final VmaLock VMA_LOCK = new VmaLockRefcount(MEMORY);
  private static final MmapLock MMAP_LOCK = new MmapLock(VMA_LOCK);
  private static final VmaFlagAccess FLAGS = new VmaFlagAccess(VMA_LOCK);

  /** {@code vm_flags_set} that forgot to write-lock the VMA. */
  private static final VmaFlagAccess FLAGS_WITHOUT_VMA_LOCK =
      new VmaFlagAccess(VMA_LOCK) {
        @Override
        public void vmFlagsSet(VmArea vma, long flags) {
          vma.vmFlags.plain(vma.vmFlags.plain() | flags);
        }
      };

  /** Two atomic setters need no lock against each other. */
  @JCStressTest
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Both flags are kept.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "An atomic set was lost.")
  @State
  public static class BothAtomic extends OneVma {

    public BothAtomic() {
      super(MEMORY);
    }

    @Actor
    public void mlock() {
      vma.vmFlags.setBit(LOCKED_BIT);
    }

    @Actor
    public void guardInstall() {
      vma.vmFlags.setBit(VmFlags.MAYBE_GUARD_BIT);
    }

    @Arbiter
    public void end(ZZ_Result r) {
      flags(r, vma);
    }
  }

  /** As in 6.18: the plain writer has write-locked mmap and VMA, the atomic one read-locks mmap. */
  @JCStressTest
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Both flags are kept.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "A flag was lost under locks that exclude it.")
  @State
  public static class PlainUnderWriteLock extends OneVma {

    public PlainUnderWriteLock() {
      super(MEMORY);
    }

    @Actor
    public void mlock() {
      MMAP_LOCK.mmapWriteLock(mm);
      FLAGS.vmFlagsSet(vma, VmFlags.LOCKED);
      MMAP_LOCK.mmapWriteUnlock(mm);
    }

    @Actor
    public void guardInstall() {
      MMAP_LOCK.mmapReadLock(mm);
      FLAGS.vmaFlagSetAtomic(vma, VmFlags.MAYBE_GUARD_BIT);
      MMAP_LOCK.mmapReadUnlock(mm);
    }

    @Arbiter
    public void end(ZZ_Result r) {
      flags(r, vma);
    }
  }

  /** No common lock: atomic on one side only is not atomic. */
  @JCStressTest
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Both flags are kept.")
  @Outcome(
      id = "true, false",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The plain store brought back a word without VM_MAYBE_GUARD.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "The atomic set undid the plain one.")
  @State
  public static class PlainWithoutLock extends OneVma {

    public PlainWithoutLock() {
      super(MEMORY);
    }

    @Actor
    public void mlock() {
      vma.vmFlags.plain(vma.vmFlags.plain() | VmFlags.LOCKED);
    }

    @Actor
    public void guardInstall() {
      vma.vmFlags.setBit(VmFlags.MAYBE_GUARD_BIT);
    }

    @Arbiter
    public void end(ZZ_Result r) {
      flags(r, vma);
    }
  }

  /** As 6.19 would be without vma_start_write: mmap write does not exclude VMA readers. */
  @JCStressTest
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Both flags are kept.")
  @Outcome(
      id = "true, false",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "mmap_lock held for writing did not keep the VMA reader's bit.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "The atomic set undid the plain one.")
  @State
  public static class PlainUnderMmapWriteOnly extends OneVma {

    public PlainUnderMmapWriteOnly() {
      super(MEMORY);
    }

    @Actor
    public void mlock() {
      MMAP_LOCK.mmapWriteLock(mm);
      FLAGS_WITHOUT_VMA_LOCK.vmFlagsSet(vma, VmFlags.LOCKED);
      MMAP_LOCK.mmapWriteUnlock(mm);
    }

    @Actor
    public void guardInstall() {
      VmArea locked = VMA_LOCK.lockVmaUnderRcu(mm, START);
      FLAGS.vmaFlagSetAtomic(locked, VmFlags.MAYBE_GUARD_BIT);
      VMA_LOCK.vmaEndRead(locked);
    }

    @Arbiter
    public void end(ZZ_Result r) {
      flags(r, vma);
    }
  }

  private static void flags(ZZ_Result r, VmArea vma) {
    r.r1 = vma.vmFlags.testBit(LOCKED_BIT);
    r.r2 = vma.vmFlags.testBit(VmFlags.MAYBE_GUARD_BIT);
  }
}
