package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.hardware.HardwareMemory;
import org.vmacheck.model.mm.MmStruct;

/*
 * C25: a reader that takes no lock reads the range of a VMA between mmap_lock_speculate_try_begin
 * and mmap_lock_speculate_retry. If begin says yes and retry says no, is the range whole?
 *
 *   T1  an mmap writer                     T2  speculation
 *       seq += 1  (odd)                        s = seq                (acquire), odd: give up
 *       smp_wmb                                start = vma.vm_start
 *       vma.vm_start = 4                       end = vma.vm_end
 *       vma.vm_end = 6                         smp_rmb
 *       smp_wmb                                if seq != s: give up
 *       seq += 1  (even)
 *
 *   (start, end); (-1, -1) if T2 gave up
 *
 *   AllBarriers       -1, -1      10,800  acceptable
 *                     0, 2       185,441  acceptable
 *                     4, 6       623,002  acceptable
 *   BeginWithoutWmb   -1, -1      24,361  acceptable
 *                     0, 2       224,847  acceptable
 *                     0, 6             0  interesting
 *                     4, 2             0  interesting
 *                     4, 6       901,933  acceptable
 *   EndWithoutWmb     -1, -1         378  acceptable
 *                     0, 2       109,710  acceptable
 *                     0, 6             0  interesting
 *                     4, 2             0  interesting
 *                     4, 6       316,209  acceptable
 *   TryBeginOnce      -1, -1      12,593  acceptable
 *                     0, 2        65,220  acceptable
 *                     0, 6             0  interesting
 *                     4, 2             0  interesting
 *                     4, 6       135,266  acceptable
 *   RetryWithoutRmb   -1, -1         476  acceptable
 *                     0, 2       123,249  acceptable
 *                     0, 6             0  interesting
 *                     4, 2             0  interesting
 *                     4, 6       651,249  acceptable
 *   TestedOnlyBefore  -1, -1          94  acceptable
 *                     0, 2        69,591  acceptable
 *                     0, 6            10  interesting
 *                     4, 2             0  interesting
 *                     4, 6       394,551  acceptable
 *
 * x86 keeps stores in order and loads in order, so each barrier only holds back the compiler here,
 * and HotSpot moved nothing. Ask AArch64, or the model checker. TestedOnlyBefore shows what
 * interleaving alone does.
 *
 * To run it: vmacheck stress Speculation
 */
public class Speculation {

  private static final Memory MEMORY = new HardwareMemory();

  private static final MmLockSequence SEQUENCE = new MmLockSequence(MEMORY);

  private static final MmLockSequence BEGIN_WITHOUT_WMB =
      new MmLockSequence(MEMORY) {
        @Override
        public void mmLockSeqcountBegin(MmStruct mm) {
          mm.mmLockSeq.writeOnce(mm.mmLockSeq.plain() + 1);
        }
      };

  private static final MmLockSequence END_WITHOUT_WMB =
      new MmLockSequence(MEMORY) {
        @Override
        public void mmLockSeqcountEnd(MmStruct mm) {
          mm.mmLockSeq.writeOnce(mm.mmLockSeq.plain() + 1);
        }
      };

  private static final MmLockSequence BEGIN_ONCE =
      new MmLockSequence(MEMORY) {
        @Override
        public long mmapLockSpeculateTryBegin(MmStruct mm) {
          return mm.mmLockSeq.readOnce();
        }
      };

  private static final MmLockSequence RETRY_WITHOUT_RMB =
      new MmLockSequence(MEMORY) {
        @Override
        public boolean mmapLockSpeculateRetry(MmStruct mm, long sequence) {
          return mm.mmLockSeq.readOnce() != sequence;
        }
      };

  private static final MmLockSequence NEVER_RETRY =
      new MmLockSequence(MEMORY) {
        @Override
        public boolean mmapLockSpeculateRetry(MmStruct mm, long sequence) {
          return false;
        }
      };

  /** The kernel as it is. */
  @JCStressTest
  @Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "Gave up.")
  @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "4, 6", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Half of each.")
  @State
  public static class AllBarriers extends Move {

    @Actor
    public void mremap() {
      move(SEQUENCE);
    }

    @Actor
    public void speculate(JJ_Result r) {
      speculate(SEQUENCE, r);
    }
  }

  /** A store of the section may be visible before the number is odd. */
  @JCStressTest
  @Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "Gave up.")
  @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "4, 6", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(
      id = {"0, 6", "4, 2"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Half of each.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Neither of the two ranges.")
  @State
  public static class BeginWithoutWmb extends Move {

    @Actor
    public void mremap() {
      move(BEGIN_WITHOUT_WMB);
    }

    @Actor
    public void speculate(JJ_Result r) {
      speculate(BEGIN_WITHOUT_WMB, r);
    }
  }

  /** The number may be even before the last store of the section is visible. */
  @JCStressTest
  @Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "Gave up.")
  @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "4, 6", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(
      id = {"0, 6", "4, 2"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Half of each.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Neither of the two ranges.")
  @State
  public static class EndWithoutWmb extends Move {

    @Actor
    public void mremap() {
      move(END_WITHOUT_WMB);
    }

    @Actor
    public void speculate(JJ_Result r) {
      speculate(END_WITHOUT_WMB, r);
    }
  }

  /** The range may be loaded before the number. */
  @JCStressTest
  @Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "Gave up.")
  @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "4, 6", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(
      id = {"0, 6", "4, 2"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Half of each.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Neither of the two ranges.")
  @State
  public static class TryBeginOnce extends Move {

    @Actor
    public void mremap() {
      move(BEGIN_ONCE);
    }

    @Actor
    public void speculate(JJ_Result r) {
      speculate(BEGIN_ONCE, r);
    }
  }

  /** The number may be loaded again before the range. */
  @JCStressTest
  @Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "Gave up.")
  @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "4, 6", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(
      id = {"0, 6", "4, 2"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Half of each.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Neither of the two ranges.")
  @State
  public static class RetryWithoutRmb extends Move {

    @Actor
    public void mremap() {
      move(RETRY_WITHOUT_RMB);
    }

    @Actor
    public void speculate(JJ_Result r) {
      speculate(RETRY_WITHOUT_RMB, r);
    }
  }

  /** No second look at all. */
  @JCStressTest
  @Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "Gave up.")
  @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "Before the writer.")
  @Outcome(id = "4, 6", expect = Expect.ACCEPTABLE, desc = "After the writer.")
  @Outcome(
      id = {"0, 6", "4, 2"},
      expect = Expect.ACCEPTABLE_INTERESTING,
      desc = "Half of each.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Neither of the two ranges.")
  @State
  public static class TestedOnlyBefore extends Move {

    @Actor
    public void mremap() {
      move(NEVER_RETRY);
    }

    @Actor
    public void speculate(JJ_Result r) {
      speculate(NEVER_RETRY, r);
    }
  }

  /** A writer that moves the VMA, with mmap_lock held for writing, and a reader without a lock. */
  abstract static class Move extends OneVma {

    Move() {
      super(MEMORY);
    }

    final void move(MmLockSequence sequence) {
      sequence.mmLockSeqcountBegin(mm);
      vma.vmStart.plain(4);
      vma.vmEnd.plain(6);
      sequence.mmLockSeqcountEnd(mm);
    }

    final void speculate(MmLockSequence sequence, JJ_Result r) {
      r.r1 = -1;
      r.r2 = -1;
      long before = sequence.mmapLockSpeculateTryBegin(mm);
      if (before % 2 != 0) {
        return;
      }
      long start = vma.vmStart.plain();
      long end = vma.vmEnd.plain();
      if (!sequence.mmapLockSpeculateRetry(mm, before)) {
        r.r1 = start;
        r.r2 = end;
      }
    }
  }
}
