package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;

/*
 * B3c, C34: VMAs are recycled under RCU readers. May a reader that found one in mm A lock it after
 * it has become a VMA of mm B?
 *
 *   T1  mmap in mm B, in an object that mm A gave back     T2  lock_vma_under_rcu(mm A), stale
 *       vma.vm_mm = B                                          if vm_refcnt == 0: detached
 *       vma.vm_start, vm_end = ...                             vm_refcnt += 1        (acquire)
 *       vma.vm_refcnt = 1              (release)               if vma.vm_mm != A: busy
 *                                                              else locked
 *
 * A reader whose increment finds the 1 must find B. If the attach did not release, or the increment
 * did not acquire, it may find the 1 and still A: it would hold a VMA of a foreign mm.
 *
 *   what vma_start_read(mm A) returned
 *
 *   ReleaseAndAcquire  BUSY      350,873  acceptable
 *                      DETACHED  120,718  acceptable
 *                      LOCKED          0  forbidden
 *   AttachOnce         BUSY      108,602  acceptable
 *                      DETACHED   35,887  acceptable
 *                      LOCKED          0  interesting
 *   RelaxedIncrement   BUSY      380,167  acceptable
 *                      DETACHED   93,811  acceptable
 *                      LOCKED          0  interesting
 *
 * x86 keeps stores in order and loads in order, and every read-modify-write is a full barrier, so
 * only the compiler could show LOCKED here. Ask AArch64, or the model checker.
 *
 * To run it: vmacheck stress AttachPublishesFields
 */
public class AttachPublishesFields {

  private static final Memory MEMORY = MemoryUnderTest.memory();

  private static final VmaLock VMA_LOCK = new VmaLockRefcount(MEMORY);

  /** {@code vma_mark_attached} with a store that orders nothing. */
  private static final VmaLock ATTACH_ONCE =
      new VmaLockRefcount(MEMORY) {
        @Override
        public void vmaMarkAttached(VmArea vma) {
          vma.vmRefcnt.writeOnce(1);
        }
      };

  /** {@code vma_start_read} with an increment that orders nothing. */
  private static final VmaLock RELAXED_INCREMENT =
      new VmaLockRefcount(MEMORY) {
        @Override
        protected long refcountIncNotZeroLimitedAcquire(VmArea vma) {
          return vma.vmRefcnt.fetchAddIfRelaxed(count -> count != 0 && count < LIMIT, 1);
        }
      };

  /** The kernel as it is. */
  @JCStressTest
  @Outcome(id = "DETACHED", expect = Expect.ACCEPTABLE, desc = "Not attached yet.")
  @Outcome(id = "BUSY", expect = Expect.ACCEPTABLE, desc = "Attached, and seen to be B's.")
  @Outcome(id = "LOCKED", expect = Expect.FORBIDDEN, desc = "A VMA of B, locked for A.")
  @State
  public static class ReleaseAndAcquire extends Recycled {

    @Actor
    public void mmapInB() {
      recycle(VMA_LOCK);
    }

    @Actor
    public void faultInA(L_Result r) {
      r.r1 = lock(VMA_LOCK);
    }
  }

  /** 1 may be seen before what stands in front of it. */
  @JCStressTest
  @Outcome(id = "DETACHED", expect = Expect.ACCEPTABLE, desc = "Not attached yet.")
  @Outcome(id = "BUSY", expect = Expect.ACCEPTABLE, desc = "Attached, and seen to be B's.")
  @Outcome(
      id = "LOCKED",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "A VMA of B, locked for A.")
  @State
  public static class AttachOnce extends Recycled {

    @Actor
    public void mmapInB() {
      recycle(ATTACH_ONCE);
    }

    @Actor
    public void faultInA(L_Result r) {
      r.r1 = lock(ATTACH_ONCE);
    }
  }

  /** vm_mm may be loaded before the increment. */
  @JCStressTest
  @Outcome(id = "DETACHED", expect = Expect.ACCEPTABLE, desc = "Not attached yet.")
  @Outcome(id = "BUSY", expect = Expect.ACCEPTABLE, desc = "Attached, and seen to be B's.")
  @Outcome(
      id = "LOCKED",
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "A VMA of B, locked for A.")
  @State
  public static class RelaxedIncrement extends Recycled {

    @Actor
    public void mmapInB() {
      recycle(RELAXED_INCREMENT);
    }

    @Actor
    public void faultInA(L_Result r) {
      r.r1 = lock(RELAXED_INCREMENT);
    }
  }

  /** An object that mm A gave back: detached, with A's values still in it. */
  abstract static class Recycled extends OneVma {

    private final MmStruct other = new MmStruct(MEMORY, mm.pageTables.geometry());

    Recycled() {
      super(MEMORY);
      vma.vmRefcnt.plain(0);
    }

    final void recycle(VmaLock vmaLock) {
      MmapLock mmapLock = new MmapLock(vmaLock);
      mmapLock.mmapWriteLock(other);
      vma.vmLockSeq.writeOnce(VmArea.NEVER_LOCKED);
      vma.vmMm.plain(other);
      vmaLock.vmaStartWrite(vma);
      vmaLock.vmaMarkAttached(vma);
      mmapLock.mmapWriteUnlock(other);
    }

    final VmaLock.StartRead lock(VmaLock vmaLock) {
      MEMORY.rcu().readLock();
      VmaLock.StartRead result = vmaLock.vmaStartRead(mm, vma);
      if (result == VmaLock.StartRead.LOCKED) {
        MEMORY.rcu().readUnlock();
        vmaLock.vmaEndRead(vma);
      }
      return result;
    }
  }
}
