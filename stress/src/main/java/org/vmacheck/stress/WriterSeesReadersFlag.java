package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JZ_Result;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;

/*
 * C65: a VMA reader sets VM_MAYBE_GUARD and leaves; a writer that waited for it reads vm_flags. Does
 * the writer see the flag?
 *
 *   T1  guard install, VMA read lock       T2  vma_start_write
 *       set_bit(VM_MAYBE_GUARD)                vm_refcnt += VMA_LOCK_OFFSET
 *       vm_refcnt -= 1        (release)        smp_mb
 *                                              wait for vm_refcnt == VMA_LOCK_OFFSET + 1
 *                                              flags = vm_flags
 *
 * The wait's load is relaxed in the kernel, and only a control dependency follows it, which orders
 * stores and not loads. Whether the flag can be missed is a question, not a known bug: if the
 * increment of T2 has seen T1 leave, the barrier behind it orders all; if only the wait saw it,
 * nothing does.
 *
 *   (mm_lock_seq while T1 holds the lock, T2 sees the flag); seq -1: T1 did not get the lock, seq 2:
 *   T1 came after T2, seq 0 or 1: T1 came before T2, which has to see the flag
 *
 *   WaitAcquires  -1, false    4,882  acceptable
 *                 0, true    756,180  acceptable
 *                 1, true     39,165  acceptable
 *                 2, false   598,239  acceptable
 *   WaitRelaxed   -1, false    3,159  acceptable
 *                 0, false         0  interesting
 *                 0, true    563,540  acceptable
 *                 1, false         0  interesting
 *                 1, true     22,069  acceptable
 *                 2, false   356,872  acceptable
 *
 * x86 does not let a load pass an earlier load, so only a compiler that hoists the load over the wait
 * loop could show it. That nothing is seen says nothing; under LKMM
 * the explorer does see it (docs/stress.md).
 *
 * To run it: vmacheck stress WriterSeesReadersFlag
 */
public class WriterSeesReadersFlag {

  private static final Memory MEMORY = MemoryUnderTest.memory();

  private static final VmaLock RELAXED_WAIT = new VmaLockRefcount(MEMORY);

  private static final VmaLock ACQUIRE_WAIT =
      new VmaLockRefcount(MEMORY) {
        @Override
        protected void waitForReaders(MmStruct mm, VmArea vma, long target) {
          mm.vmaWriterWait.writeOnce(1);
          MEMORY.smpMb();
          MEMORY.await(() -> vma.vmRefcnt.loadAcquire() == target);
          mm.vmaWriterWait.writeOnce(0);
        }
      };

  /** The wait acquires: what readers wrote is there. */
  @JCStressTest
  @Outcome(id = "-1, false", expect = Expect.ACCEPTABLE, desc = "The reader met the writer.")
  @Outcome(id = "2, false", expect = Expect.ACCEPTABLE, desc = "The reader came after the writer.")
  @Outcome(
      id = {"0, true", "1, true"},
      expect = Expect.ACCEPTABLE,
      desc = "The writer came after the reader and sees the flag.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "The writer waited, and does not see the flag.")
  @State
  public static class WaitAcquires extends GuardAndWrite {

    @Actor
    public void guardInstall(JZ_Result r) {
      guardInstall(ACQUIRE_WAIT, r);
    }

    @Actor
    public void mprotect(JZ_Result r) {
      mprotect(ACQUIRE_WAIT, r);
    }
  }

  /** The kernel as it is. */
  @JCStressTest
  @Outcome(id = "-1, false", expect = Expect.ACCEPTABLE, desc = "The reader met the writer.")
  @Outcome(id = "2, false", expect = Expect.ACCEPTABLE, desc = "The reader came after the writer.")
  @Outcome(
      id = {"0, true", "1, true"},
      expect = Expect.ACCEPTABLE,
      desc = "The writer came after the reader and sees the flag.")
  @Outcome(
      id = {"0, false", "1, false"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "The writer waited, and does not see the flag.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "A flag that nobody has set yet.")
  @State
  public static class WaitRelaxed extends GuardAndWrite {

    @Actor
    public void guardInstall(JZ_Result r) {
      guardInstall(RELAXED_WAIT, r);
    }

    @Actor
    public void mprotect(JZ_Result r) {
      mprotect(RELAXED_WAIT, r);
    }
  }

  /** The two system calls. */
  abstract static class GuardAndWrite extends OneVma {

    GuardAndWrite() {
      super(MEMORY);
    }

    final void guardInstall(VmaLock vmaLock, JZ_Result r) {
      VmArea locked = vmaLock.lockVmaUnderRcu(mm, START);
      if (locked == null) {
        r.r1 = -1;
        return;
      }
      r.r1 = mm.mmLockSeq.readOnce();
      new VmaFlagAccess(vmaLock).vmaFlagSetAtomic(locked, VmFlags.MAYBE_GUARD_BIT);
      vmaLock.vmaEndRead(locked);
    }

    final void mprotect(VmaLock vmaLock, JZ_Result r) {
      MmapLock mmapLock = new MmapLock(vmaLock);
      mmapLock.mmapWriteLock(mm);
      vmaLock.vmaStartWrite(vma);
      r.r2 = (vma.vmFlags.plain() & VmFlags.MAYBE_GUARD) != 0;
      mmapLock.mmapWriteUnlock(mm);
    }
  }
}
