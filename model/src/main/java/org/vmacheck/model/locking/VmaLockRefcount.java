package org.vmacheck.model.locking;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * Generation 3, 6.15 and later: readers count themselves in {@code vm_refcnt}, and VMAs are reused
 * under readers (the form of 6.17, which drops RCU on failure and pins a foreign mm).
 */
public class VmaLockRefcount extends VmaLock {

  /** {@code VMA_LOCK_OFFSET}: set while readers are kept out. */
  public static final long EXCLUDE_READERS = 1L << 30;

  /** {@code VMA_REF_LIMIT}: an increment fails from here on. */
  public static final long LIMIT = EXCLUDE_READERS - 1;

  private final MmLockSequence sequence;
  private final MmCount mmCount;

  public VmaLockRefcount(Memory memory) {
    super(memory);
    this.sequence = new MmLockSequence(memory);
    this.mmCount = new MmCount(memory);
  }

  @Override
  public StartRead vmaStartRead(MmStruct mm, VmArea vma) {
    if (seemsWriteLocked(mm, vma)) {
      memory.rcu().readUnlock();
      return StartRead.BUSY;
    }
    long before = refcountIncNotZeroLimitedAcquire(vma);
    if (before == 0 || before >= LIMIT) {
      memory.rcu().readUnlock();
      return before == 0 ? StartRead.DETACHED : StartRead.BUSY;
    }
    vma.vmlockDepMap.acquiredRead();
    MmStruct owner = vma.vmMm.plain();
    if (owner != mm) {
      putForeign(vma, owner);
      return StartRead.BUSY;
    }
    // The acquire pairs with the barrier in front of the bump in vma_end_write_all.
    if (vma.vmLockSeq.plain() == sequenceForCheck(mm)) {
      refuse(vma);
      memory.rcu().readUnlock();
      return StartRead.BUSY;
    }
    return StartRead.LOCKED;
  }

  /** A cheap early exit that may be wrong: nothing is held yet (claim C19). */
  @Folded
  protected boolean seemsWriteLocked(MmStruct mm, VmArea vma) {
    return vma.vmLockSeq.readOnce() == mm.mmLockSeq.readOnce();
  }

  /**
   * {@code __refcount_inc_not_zero_limited_acquire}: counts a reader in, unless the VMA is detached
   * or readers are kept out. The acquire pairs with the release of whoever attached the VMA or let
   * readers in again (claim C34).
   *
   * @return the count before; 0, or at least {@link #LIMIT}, means failure
   */
  @KernelFunction("__refcount_inc_not_zero_limited_acquire")
  protected long refcountIncNotZeroLimitedAcquire(VmArea vma) {
    return vma.vmRefcnt.fetchAddIfAcquire(count -> count != 0 && count < LIMIT, 1);
  }

  /** The load of the main check: an acquire, or field loads may come before it (claim C18). */
  @Folded
  protected long sequenceForCheck(MmStruct mm) {
    return mm.mmLockSeq.loadAcquire();
  }

  /** The VMA is write-locked after all: nothing of the attempt may stay (claim C10). */
  @Folded
  protected void refuse(VmArea vma) {
    vmaEndRead(vma);
  }

  /** The object belongs to another mm by now: pin that mm while the reference goes (C33). */
  @Folded
  protected void putForeign(VmArea vma, MmStruct owner) {
    memory.rcu().readUnlock();
    mmCount.mmgrab(owner);
    vmaEndRead(vma);
    mmCount.mmdrop(owner);
  }

  @Override
  public void vmaStartReadLocked(VmArea vma) {
    KernelBug.check(
        vma.vmMm.plain().mmapLock.heldByMe(), "mmap_assert_locked", "vma_start_read_locked");
    long before = refcountIncNotZeroLimitedAcquire(vma);
    KernelBug.check(
        before != 0 && before < LIMIT, "vma_start_read_locked", "a writer was met under mmap_lock");
    vma.vmlockDepMap.acquiredRead();
  }

  /** {@code vma_refcount_put}. */
  @Override
  public void vmaEndRead(VmArea vma) {
    // Before the decrement: the VMA may be freed right after it (claim C32).
    MmStruct mm = vma.vmMm.plain();
    vma.vmlockDepMap.released();
    long left = refcountSub(vma, 1);
    if (areReadersExcluded(left)) {
      rcuwaitWakeUp(mm);
    }
  }

  /** {@code __vma_are_readers_excluded}: a writer may wait, or a detacher, and for nobody else. */
  @KernelFunction("__vma_are_readers_excluded")
  protected boolean areReadersExcluded(long count) {
    return count >= EXCLUDE_READERS && count <= EXCLUDE_READERS + 1;
  }

  /**
   * {@code rcuwait_wake_up}: the barrier pairs with the one in waitForReaders, so of the two at
   * least one sees the other: the writer the decrement, or the reader that it sleeps.
   */
  protected void rcuwaitWakeUp(MmStruct mm) {
    memory.smpMb();
    mm.vmaWriterWait.readOnce();
  }

  /**
   * {@code __refcount_sub_and_test}: a release, so that whoever sees the new count sees what was
   * done under the old one. Who takes the last reference away gets to see what all others did with
   * theirs: the acquire on zero pairs with their releases.
   *
   * @return the count that is left
   */
  @KernelFunction("refcount_sub_and_test")
  protected final long refcountSub(VmArea vma, long references) {
    long left = vma.vmRefcnt.fetchAddRelease(-references) - references;
    if (left == 0) {
      memory.smpAcquireAfterCtrlDep();
    }
    return left;
  }

  /** {@code __vma_enter_locked}, the store of the number, {@code __vma_exit_locked}. */
  @Override
  protected void excludeReadersAndMark(MmStruct mm, VmArea vma, long sequence) {
    long before = vma.vmRefcnt.fetchAddIfRelaxed(count -> count != 0, EXCLUDE_READERS);
    boolean exclusive = before != 0;
    if (exclusive) {
      vma.vmlockDepMap.acquireWrite();
      waitForReaders(mm, vma, EXCLUDE_READERS + 1);
    }
    storeLockSeq(vma, sequence);
    if (exclusive) {
      letReadersIn(vma);
    }
  }

  /** Marked, as readers look at it before they have the lock (claim C19). */
  @Folded
  protected void storeLockSeq(VmArea vma, long sequence) {
    vma.vmLockSeq.writeOnce(sequence);
  }

  @Override
  public boolean vmaStartWriteKillable(VmArea vma) {
    if (!memory.faultInjection().isToBeKilled() || isWriteLocked(vma)) {
      return super.vmaStartWriteKillable(vma);
    }
    MmStruct mm = vma.vmMm.plain();
    long before = vma.vmRefcnt.fetchAddIfRelaxed(count -> count != 0, EXCLUDE_READERS);
    if (before == 0) {
      return super.vmaStartWriteKillable(vma);
    }
    vma.vmlockDepMap.acquireWrite();
    if (!waitForReadersKillable(mm, vma, EXCLUDE_READERS + 1)) {
      giveUp(vma);
      return false;
    }
    vma.vmLockSeq.writeOnce(mm.mmLockSeq.plain());
    letReadersIn(vma);
    return true;
  }

  /** The wait, of a thread that a fatal signal may reach when it is about to sleep. */
  @KernelFunction("__vma_start_exclude_readers")
  private boolean waitForReadersKillable(MmStruct mm, VmArea vma, long target) {
    mm.vmaWriterWait.storeRelease(1);
    memory.smpMb();
    boolean sleeps = vma.vmRefcnt.readOnce() != target;
    boolean killed = sleeps && memory.faultInjection().fatalSignalPending();
    mm.vmaWriterWait.writeOnce(0);
    if (sleeps && !killed) {
      waitForReaders(mm, vma, target);
    }
    return !killed;
  }

  /** A fatal signal has ended the wait: readers may come in again. */
  @Folded
  protected void giveUp(VmArea vma) {
    letReadersIn(vma);
  }

  /**
   * {@code rcuwait_wait_event(&mm->vma_writer_wait, refcount == target)}. Each round begins with
   * the full barrier of {@code set_current_state}, which pairs with the one in {@link #vmaEndRead}:
   * it keeps wake-ups from being lost, and orders the test after everything the writer did before.
   *
   * <p>It does nothing for what the writer does next. A sleeper is ordered after what its waker did
   * before the wake-up, but a writer whose first test passes has not slept, and then only the
   * branch on a relaxed read lies between the reader's decrement and the writer's next accesses:
   * stores wait for it, loads do not (C65). That execution allows all that the sleeping ones allow,
   * so it is the one that is modelled.
   */
  @KernelFunction("__vma_start_exclude_readers")
  protected void waitForReaders(MmStruct mm, VmArea vma, long target) {
    // prepare_to_rcuwait; finish_rcuwait stores null, which needs no release.
    mm.vmaWriterWait.storeRelease(1);
    memory.await(
        () -> {
          memory.smpMb();
          return vma.vmRefcnt.readOnce() == target;
        });
    mm.vmaWriterWait.writeOnce(0);
  }

  /** {@code __vma_exit_locked}. Gives the count that is left. */
  @Folded
  protected final long letReadersIn(VmArea vma) {
    long left = refcountSub(vma, EXCLUDE_READERS);
    vma.vmlockDepMap.released();
    return left;
  }

  @Override
  public void vmaMarkAttached(VmArea vma) {
    vmaAssertWriteLocked(vma);
    vmaAssertDetached(vma);
    // The release publishes the fields to a reader whose acquire increment sees the 1 (C34).
    vma.vmRefcnt.storeRelease(1);
  }

  @Override
  public void vmaMarkDetached(VmArea vma) {
    vmaAssertWriteLocked(vma);
    vmaAssertAttached(vma);
    if (refcountSub(vma, 1) == 0) {
      return;
    }
    // Stray readers came in on an old number and will find out; wait for them (claim C29).
    if (vma.vmRefcnt.fetchAddIfRelaxed(count -> count != 0, EXCLUDE_READERS) != 0) {
      vma.vmlockDepMap.acquireWrite();
      waitForReaders(vma.vmMm.plain(), vma, EXCLUDE_READERS);
      long left = letReadersIn(vma);
      KernelBug.check(left == 0, "vma_mark_detached", "a reader has got into a detached VMA");
    }
  }

  @Override
  public boolean isAttached(VmArea vma) {
    return vma.vmRefcnt.readOnce() != 0;
  }

  /**
   * Attached, no reader, no exclude flag left behind (C10, C41), and an even number, so that no VMA
   * is write-locked (C07, C08, C23).
   */
  @Override
  public void checkQuiescent(VmArea vma) {
    long count = vma.vmRefcnt.readOnce();
    if (count != 1) {
      throw new KernelBug(
          KernelBug.Kind.INVARIANT, "vm_refcnt", "is " + count + " in a VMA at rest, not 1");
    }
    long atRest = vma.vmMm.readOnce().mmLockSeq.readOnce();
    if (atRest % 2 != 0) {
      throw new KernelBug(
          KernelBug.Kind.INVARIANT,
          "mm_lock_seq",
          "is " + atRest + ", though nobody holds mmap_lock for writing");
    }
  }

  @Override
  public void mmLockSeqBegin(MmStruct mm) {
    sequence.mmLockSeqcountBegin(mm);
  }

  @Override
  protected void mmLockSeqEnd(MmStruct mm) {
    sequence.mmLockSeqcountEnd(mm);
  }
}
