package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;
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
 * The range is read and written once-only here, since the barriers of LKMM order marked accesses;
 * mainline's writers use plain ones, which is a form of its own.
 *
 *   (start, end); (-1, -1) if T2 gave up
 *
 *   AllBarriers       -1, -1     83,195  acceptable
 *                     0, 2      496,570  acceptable
 *                     4, 6      861,669  acceptable
 *   PlainAccesses     -1, -1    178,651  acceptable
 *                     0, 2      194,910  acceptable
 *                     0, 6            0  interesting
 *                     4, 2            0  interesting
 *                     4, 6      655,634  acceptable
 *   BeginWithoutWmb   -1, -1     17,669  acceptable
 *                     0, 2      453,327  acceptable
 *                     0, 6            0  interesting
 *                     4, 2            0  interesting
 *                     4, 6      832,479  acceptable
 *   EndWithoutWmb     -1, -1     57,174  acceptable
 *                     0, 2      448,520  acceptable
 *                     0, 6            0  interesting
 *                     4, 2            0  interesting
 *                     4, 6      516,017  acceptable
 *   TryBeginOnce      -1, -1     63,700  acceptable
 *                     0, 2      192,502  acceptable
 *                     0, 6            0  interesting
 *                     4, 2            0  interesting
 *                     4, 6    1,112,029  acceptable
 *   RetryWithoutRmb   -1, -1     40,352  acceptable
 *                     0, 2      209,264  acceptable
 *                     0, 6            0  interesting
 *                     4, 2            0  interesting
 *                     4, 6      652,762  acceptable
 *   TestedOnlyBefore  -1, -1      6,789  acceptable
 *                     0, 2      348,492  acceptable
 *                     0, 6        2,134  interesting
 *                     4, 2            4  interesting
 *                     4, 6      955,569  acceptable
 *
 * x86 keeps stores in order and loads in order, so each barrier only holds back the compiler here,
 * and HotSpot moved nothing. Ask AArch64, or the model checker. TestedOnlyBefore shows what
 * interleaving alone does.
 *
 * To run it: vmacheck stress Speculation
 */
public class Speculation {

  private static final Memory MEMORY = MemoryUnderTest.memory();

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

  /** The kernel's barriers. */
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

  /** As mainline writes the range. Plain accesses that race have no order that LKMM would know. */
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
  public static class PlainAccesses extends Move {

    @Actor
    public void mremap() {
      move(SEQUENCE);
    }

    @Actor
    public void speculate(JJ_Result r) {
      speculate(SEQUENCE, r);
    }

    @Override
    void store(Word word, long value) {
      word.plain(value);
    }

    @Override
    long load(Word word) {
      return word.plain();
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

    void store(Word word, long value) {
      word.writeOnce(value);
    }

    long load(Word word) {
      return word.readOnce();
    }

    final void move(MmLockSequence sequence) {
      sequence.mmLockSeqcountBegin(mm);
      store(vma.vmStart, 4);
      store(vma.vmEnd, 6);
      sequence.mmLockSeqcountEnd(mm);
    }

    final void speculate(MmLockSequence sequence, JJ_Result r) {
      r.r1 = -1;
      r.r2 = -1;
      long before = sequence.mmapLockSpeculateTryBegin(mm);
      if (before % 2 != 0) {
        return;
      }
      long start = load(vma.vmStart);
      long end = load(vma.vmEnd);
      if (!sequence.mmapLockSpeculateRetry(mm, before)) {
        r.r1 = start;
        r.r2 = end;
      }
    }
  }
}
