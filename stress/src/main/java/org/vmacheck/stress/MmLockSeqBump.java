package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.locking.VmaLockSemaphore;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmFlags;

/*
 * B1, C17, C18: all VMA write locks end when mm_lock_seq is bumped. Does whoever sees the new
 * number see what was written under the old one? (6.4 got it wrong, b1f02b95758d mended it.)
 *
 *   T1  userfaultfd_register               T2  lock_vma_under_rcu
 *       vma.vm_lock_seq = mm_lock_seq
 *       vma.vm_flags |= VM_UFFD_MISSING
 *       vma.vm_userfaultfd_ctx = ctx
 *       mm_lock_seq += 1      (release)        if vm_lock_seq == mm_lock_seq: busy   (acquire)
 *                                              flags = vm_flags, ctx = vm_userfaultfd_ctx
 *
 *   (flags set, ctx set, mm_lock_seq while T2 holds the lock); (-1, -1, -1) is busy
 *
 *   ReleaseAndAcquire  -1, -1, -1      217  acceptable
 *                      0, 0, 0     283,236  acceptable
 *                      1, 1, 1     314,020  acceptable
 *   FenceAndAcquire    -1, -1, -1      906  acceptable
 *                      0, 0, 0     471,981  acceptable
 *                      0, 0, 1       9,530  acceptable
 *                      1, 1, 2     464,297  acceptable
 *   BumpOnce           -1, -1, -1    2,556  acceptable
 *                      0, 0, 0     842,385  acceptable
 *                      0, 0, 1           0  interesting
 *                      0, 1, 1           0  interesting
 *                      1, 0, 1           0  interesting
 *                      1, 1, 1     523,106  acceptable
 *   CheckOnce          -1, -1, -1      901  acceptable
 *                      0, 0, 0     552,224  acceptable
 *                      0, 0, 1           0  interesting
 *                      0, 1, 1           0  interesting
 *                      1, 0, 1           0  interesting
 *                      1, 1, 1     745,500  acceptable
 *
 * x86 keeps T1's stores in order and T2's loads in order, and taking a lock is a full barrier. Only
 * the compiler could show a mixed outcome here, and HotSpot did not. Ask AArch64, or the model
 * checker.
 *
 * To run it: vmacheck stress MmLockSeqBump
 */
public class MmLockSeqBump {

  private static final Memory MEMORY = MemoryUnderTest.memory();

  /** 6.5: store-release against load-acquire. */
  private static final VmaLock ORDERED = new VmaLockSemaphore(MEMORY);

  /** 6.15: a store-store fence and a once-only store against load-acquire. */
  private static final VmaLock SEQCOUNT = new VmaLockRefcount(MEMORY);

  private static final VmaLock BUMP_ONCE =
      new VmaLockSemaphore(MEMORY) {
        @Override
        protected void mmLockSeqEnd(MmStruct mm) {
          mm.mmLockSeq.writeOnce(mm.mmLockSeq.plain() + 1);
        }
      };

  private static final VmaLock CHECK_ONCE =
      new VmaLockSemaphore(MEMORY) {
        @Override
        protected long sequenceForCheck(MmStruct mm) {
          return mm.mmLockSeq.readOnce();
        }
      };

  /** Generations 1 and 2 as mended. */
  @JCStressTest
  @Outcome(id = "-1, -1, -1", expect = Expect.ACCEPTABLE, desc = "Not locked.")
  @Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Locked, but the writer's stores are not all there.")
  @State
  public static class ReleaseAndAcquire extends Registration {

    @Actor
    public void register() {
      register(ORDERED);
    }

    @Actor
    public void fault(JJJ_Result r) {
      fault(ORDERED, r);
    }
  }

  /** Generation 3 as it is. The number is odd while mmap_lock is held for writing. */
  @JCStressTest
  @Outcome(id = "-1, -1, -1", expect = Expect.ACCEPTABLE, desc = "Not locked.")
  @Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "The writer waits for this reader.")
  @Outcome(id = "1, 1, 2", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Locked, but the writer's stores are not all there.")
  @State
  public static class FenceAndAcquire extends Registration {

    @Actor
    public void register() {
      register(SEQCOUNT);
    }

    @Actor
    public void fault(JJJ_Result r) {
      fault(SEQCOUNT, r);
    }
  }

  /** C17 broken: the bump may become visible before what it ends. */
  @JCStressTest
  @Outcome(id = "-1, -1, -1", expect = Expect.ACCEPTABLE, desc = "Not locked.")
  @Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(
      id = {"0, 0, 1", "0, 1, 1", "1, 0, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The new number, but not all of the stores.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "A store of the writer before the bump.")
  @State
  public static class BumpOnce extends Registration {

    @Actor
    public void register() {
      register(BUMP_ONCE);
    }

    @Actor
    public void fault(JJJ_Result r) {
      fault(BUMP_ONCE, r);
    }
  }

  /** C18 broken: the fields may be loaded before the number. */
  @JCStressTest
  @Outcome(id = "-1, -1, -1", expect = Expect.ACCEPTABLE, desc = "Not locked.")
  @Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(
      id = {"0, 0, 1", "0, 1, 1", "1, 0, 1"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The new number, but not all of the stores.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "A store of the writer before the bump.")
  @State
  public static class CheckOnce extends Registration {

    @Actor
    public void register() {
      register(CHECK_ONCE);
    }

    @Actor
    public void fault(JJJ_Result r) {
      fault(CHECK_ONCE, r);
    }
  }

  /** The two system calls. */
  abstract static class Registration extends OneVma {

    Registration() {
      super(MEMORY);
    }

    final void register(VmaLock vmaLock) {
      MmapLock mmapLock = new MmapLock(vmaLock);
      mmapLock.mmapWriteLock(mm);
      vmaLock.vmaStartWrite(vma);
      vma.vmFlags.plain(vma.vmFlags.plain() | VmFlags.UFFD_MISSING);
      vma.vmUserfaultfdCtx.plain("ctx");
      mmapLock.mmapWriteUnlock(mm);
    }

    final void fault(VmaLock vmaLock, JJJ_Result r) {
      MEMORY.rcu().readLock();
      if (vmaLock.vmaStartRead(mm, vma) != VmaLock.StartRead.LOCKED) {
        r.r1 = -1;
        r.r2 = -1;
        r.r3 = -1;
        return;
      }
      r.r1 = vma.vmFlags.plain() == 0 ? 0 : 1;
      r.r2 = vma.vmUserfaultfdCtx.plain() == null ? 0 : 1;
      r.r3 = mm.mmLockSeq.readOnce();
      MEMORY.rcu().readUnlock();
      vmaLock.vmaEndRead(vma);
    }
  }
}
