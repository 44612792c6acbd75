package org.vmacheck.model.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.lockdep.HeldLock;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.LockClass;

/** What a thread may not do with locks is the same finding in every memory. */
public abstract class LockdepContract extends Contract {

  @Test
  void aSpinLockKnowsItsHolder() {
    run(
        memory -> {
          SpinLock lock = memory.spinLock("ptl");
          assertThat(lock.heldByMe()).isFalse();
          lock.lock();
          assertThat(lock.heldByMe()).isTrue();
          lock.unlock();
          assertThat(lock.heldByMe()).isFalse();
          lock.lock();
          lock.unlock();
        });
  }

  @Test
  void aSpinLockFindsUnlockWithoutHoldAndRecursion() {
    run(
        memory -> {
          SpinLock lock = memory.spinLock("ptl");
          assertFinding(Kind.UNLOCK_NOT_HELD, lock::unlock);
          lock.lock();
          assertFinding(Kind.RECURSIVE_LOCK, lock::lock);
          lock.unlock();
        });
  }

  @Test
  void aSemaphoreTellsReadingFromWriting() {
    run(
        memory -> {
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          assertThat(sem.heldByMe()).isFalse();
          sem.downRead();
          assertThat(sem.heldByMe()).isTrue();
          assertThat(sem.writeHeldByMe()).isFalse();
          sem.upRead();
          sem.downWrite();
          assertThat(sem.heldByMe()).isTrue();
          assertThat(sem.writeHeldByMe()).isTrue();
          sem.upWrite();
          assertThat(sem.heldByMe()).isFalse();
        });
  }

  @Test
  void aDowngradedSemaphoreIsHeldForReading() {
    run(
        memory -> {
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          sem.downWrite();
          sem.downgradeWrite();
          assertThat(sem.heldByMe()).isTrue();
          assertThat(sem.writeHeldByMe()).isFalse();
          assertFinding(Kind.UNLOCK_NOT_HELD, sem::upWrite);
          sem.upRead();
          sem.downWrite();
          sem.upWrite();
        });
  }

  @Test
  void aReadTrylockFailsUnderAWriterAndSucceedsOtherwise() {
    run(
        memory -> {
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          sem.downWrite();
          assertThat(sem.downReadTrylock()).isFalse();
          sem.upWrite();
          assertThat(sem.downReadTrylock()).isTrue();
          assertThat(sem.heldByMe()).isTrue();
          sem.upRead();
          assertThat(sem.heldByMe()).isFalse();
        });
  }

  @Test
  void aWriteTrylockFailsUnderAReaderAndSucceedsOtherwise() {
    run(
        memory -> {
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          sem.downRead();
          assertThat(sem.downWriteTrylock()).isFalse();
          sem.upRead();
          assertThat(sem.downWriteTrylock()).isTrue();
          assertThat(sem.writeHeldByMe()).isTrue();
          assertThat(sem.downReadTrylock()).isFalse();
          sem.upWrite();
          assertThat(sem.heldByMe()).isFalse();
        });
  }

  @Test
  void aSemaphoreFindsEveryUnlockOfTheWrongKind() {
    run(
        memory -> {
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          assertFinding(Kind.UNLOCK_NOT_HELD, sem::upRead);
          assertFinding(Kind.UNLOCK_NOT_HELD, sem::upWrite);
          assertFinding(Kind.UNLOCK_NOT_HELD, sem::downgradeWrite);
          sem.downRead();
          assertFinding(Kind.UNLOCK_NOT_HELD, sem::upWrite);
          assertFinding(Kind.UNLOCK_NOT_HELD, sem::downgradeWrite);
          sem.upRead();
          sem.downWrite();
          assertFinding(Kind.UNLOCK_NOT_HELD, sem::upRead);
          sem.upWrite();
        });
  }

  @Test
  void aSemaphoreTakenAgainByItsHolderIsAFinding() {
    run(
        memory -> {
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          sem.downRead();
          assertFinding(Kind.RECURSIVE_LOCK, sem::downWrite);
          assertFinding(Kind.RECURSIVE_LOCK, sem::downRead);
          sem.upRead();
          sem.downWrite();
          assertFinding(Kind.RECURSIVE_LOCK, sem::downRead);
          assertFinding(Kind.RECURSIVE_LOCK, sem::downWrite);
          sem.upWrite();
        });
  }

  @Test
  void aLockMapRemembersWhatItIsTold() {
    run(
        memory -> {
          LockMap map = memory.lockMap("vma_lock");
          assertThat(map.heldByMe()).isFalse();
          map.acquiredRead();
          assertThat(map.heldByMe()).isTrue();
          assertThat(map.writeHeldByMe()).isFalse();
          map.released();
          map.acquireWrite();
          assertThat(map.writeHeldByMe()).isTrue();
          map.released();
          assertThat(map.heldByMe()).isFalse();
          assertFinding(Kind.UNLOCK_NOT_HELD, map::released);
        });
  }

  @Test
  void rcuSectionsNest() {
    run(
        memory -> {
          Rcu rcu = memory.rcu();
          assertThat(rcu.heldByMe()).isFalse();
          rcu.readLock();
          rcu.readLock();
          rcu.readUnlock();
          assertThat(rcu.heldByMe()).isTrue();
          rcu.readUnlock();
          assertThat(rcu.heldByMe()).isFalse();
          rcu.synchronize();
        });
  }

  @Test
  void anUnlockOutsideOfAReadSectionIsAFinding() {
    run(memory -> assertFinding(Kind.UNLOCK_NOT_HELD, memory.rcu()::readUnlock));
  }

  @Test
  void aReadTrylockByAReaderIsFineAndCountsTwice() {
    run(
        memory -> {
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          sem.downRead();
          assertThat(sem.downReadTrylock()).isTrue();
          sem.upRead();
          assertThat(sem.heldByMe()).isTrue();
          sem.upRead();
          assertThat(sem.heldByMe()).isFalse();
        });
  }

  @Test
  void aLockMapWrittenByItsHolderIsRecursion() {
    run(
        memory -> {
          LockMap map = memory.lockMap("vma_lock");
          map.acquiredRead();
          assertFinding(Kind.RECURSIVE_LOCK, map::acquireWrite);
          map.released();
          map.acquireWrite();
          assertFinding(Kind.RECURSIVE_LOCK, map::acquireWrite);
          map.released();
        });
  }

  /** Everything that may sleep. */
  private static List<ThrowingCallable> sleepers(Memory memory) {
    RwSemaphore sem = memory.rwSemaphore("mmap_lock");
    LockMap map = memory.lockMap("vma_lock");
    return List.of(
        sem::downRead,
        sem::downWrite,
        map::acquireWrite,
        memory.rcu()::synchronize,
        () -> memory.await(() -> true));
  }

  @Test
  void whatMaySleepIsAFindingUnderASpinLock() {
    run(
        memory -> {
          SpinLock lock = memory.spinLock("ptl");
          for (ThrowingCallable sleeper : sleepers(memory)) {
            lock.lock();
            assertFinding(Kind.SLEEP_IN_ATOMIC, sleeper);
            lock.unlock();
          }
        });
  }

  @Test
  void whatMaySleepIsAFindingInAReadSection() {
    run(
        memory -> {
          for (ThrowingCallable sleeper : sleepers(memory)) {
            memory.rcu().readLock();
            assertFinding(Kind.SLEEP_IN_ATOMIC, sleeper);
            memory.rcu().readUnlock();
          }
        });
  }

  @Test
  void anAttemptAndASpinLockAreFineInAReadSection() {
    run(
        memory -> {
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          SpinLock lock = memory.spinLock("ptl");
          memory.rcu().readLock();
          assertThat(sem.downReadTrylock()).isTrue();
          lock.lock();
          lock.unlock();
          memory.rcu().readUnlock();
          sem.upRead();
        });
  }

  @Test
  void locksAgainstTheDocumentedOrderAreAFinding() {
    run(
        memory -> {
          RwSemaphore mmapLock = memory.rwSemaphore("mmap_lock");
          RwSemaphore iMmap = memory.rwSemaphore(new LockClass("i_mmap_rwsem"), "f.i_mmap_rwsem");
          LockMap vmaLock = memory.lockMap("vma_lock");
          SpinLock pml = memory.spinLock(new LockClass("pml"), "pml[0]");
          SpinLock ptl = memory.spinLock("ptl");

          vmaLock.acquiredRead();
          assertFinding(Kind.LOCK_ORDER, mmapLock::downRead);
          vmaLock.released();
          iMmap.downRead();
          assertFinding(Kind.LOCK_ORDER, mmapLock::downWrite);
          assertFinding(Kind.LOCK_ORDER, vmaLock::acquireWrite);
          iMmap.upRead();
          ptl.lock();
          assertFinding(Kind.LOCK_ORDER, pml::lock);
          ptl.unlock();
        });
  }

  @Test
  void locksInTheDocumentedOrderAreFine() {
    run(
        memory -> {
          RwSemaphore mmapLock = memory.rwSemaphore("mmap_lock");
          LockMap vmaLock = memory.lockMap("vma_lock");
          RwSemaphore iMmap = memory.rwSemaphore(new LockClass("i_mmap_rwsem"), "f.i_mmap_rwsem");
          RwSemaphore anonVma = memory.rwSemaphore("anon_vma.rwsem");
          SpinLock pml = memory.spinLock(new LockClass("pml"), "pml[0]");
          SpinLock ptl = memory.spinLock("ptl");
          mmapLock.downWrite();
          vmaLock.acquireWrite();
          iMmap.downWrite();
          anonVma.downWrite();
          pml.lock();
          ptl.lock();
          assertThat(memory.lockdep().heldLocks())
              .containsExactly(
                  new HeldLock("mmap_lock", Mode.WRITE),
                  new HeldLock("vma_lock", Mode.WRITE),
                  new HeldLock("f.i_mmap_rwsem", Mode.WRITE),
                  new HeldLock("anon_vma.rwsem", Mode.WRITE),
                  new HeldLock("pml[0]", Mode.SPIN),
                  new HeldLock("ptl", Mode.SPIN));
          ptl.unlock();
          pml.unlock();
          anonVma.upWrite();
          iMmap.upWrite();
          vmaLock.released();
          mmapLock.upWrite();
        });
  }

  /** As the fault path does: an attempt cannot deadlock, so its order does not matter. */
  @Test
  void anAttemptMayGoAgainstTheOrder() {
    run(
        memory -> {
          RwSemaphore mmapLock = memory.rwSemaphore("mmap_lock");
          LockMap vmaLock = memory.lockMap("vma_lock");
          vmaLock.acquiredRead();
          assertThat(mmapLock.downReadTrylock()).isTrue();
          mmapLock.upRead();
          vmaLock.released();
        });
  }

  @Test
  void twoLocksOfOneClassNeedAnAnnotation() {
    run(
        memory -> {
          SpinLock source = memory.spinLock("ptl");
          SpinLock destination = memory.spinLock("ptl");
          RwSemaphore parent = memory.rwSemaphore("mmap_lock");
          RwSemaphore child = memory.rwSemaphore("mmap_lock");

          parent.downWrite();
          assertFinding(Kind.LOCK_ORDER, child::downWrite);
          assertFinding(Kind.LOCK_ORDER, child::downRead);
          child.downWriteNested(LockClass.SINGLE_DEPTH_NESTING);
          source.lock();
          assertFinding(Kind.LOCK_ORDER, destination::lock);
          destination.lockNested(LockClass.SINGLE_DEPTH_NESTING);
          destination.unlock();
          source.unlock();
          child.upWrite();
          parent.upWrite();
        });
  }

  @Test
  void nestedLocksAreTakenInTheOrderOfTheirSubclasses() {
    run(
        memory -> {
          SpinLock first = memory.spinLock("ptl");
          SpinLock second = memory.spinLock("ptl");
          first.lockNested(LockClass.SINGLE_DEPTH_NESTING);
          assertFinding(Kind.LOCK_ORDER, () -> second.lockNested(LockClass.SINGLE_DEPTH_NESTING));
          assertFinding(Kind.LOCK_ORDER, second::lock);
          first.unlock();
        });
  }

  @Test
  void aLockKeptAtTheEndIsAFinding() {
    run(
        memory -> {
          SpinLock spin = memory.spinLock("ptl");
          RwSemaphore sem = memory.rwSemaphore("mmap_lock");
          LockMap map = memory.lockMap("vma_lock");
          assertEndOf(memory, spin::lock, spin::unlock);
          assertEndOf(memory, sem::downRead, sem::upRead);
          assertEndOf(memory, sem::downWrite, sem::upWrite);
          assertEndOf(memory, map::acquiredRead, map::released);
          assertEndOf(memory, memory.rcu()::readLock, memory.rcu()::readUnlock);
        });
  }

  private static void assertEndOf(Memory memory, Runnable take, Runnable release) {
    take.run();
    assertFinding(Kind.LOCK_LEFT_HELD, memory.lockdep()::sysExit);
    release.run();
    memory.lockdep().sysExit();
  }

  @Test
  void locksHeldAreToldWithTheirModesInTheOrderTheyWereTaken() {
    run(
        memory -> {
          RwSemaphore mmapLock = memory.rwSemaphore("mmap_lock");
          LockMap vmaLock = memory.lockMap("vma_lock");
          mmapLock.downWrite();
          vmaLock.acquiredRead();
          mmapLock.downgradeWrite();
          assertThat(memory.lockdep().heldLocks())
              .containsExactly(
                  new HeldLock("mmap_lock", Mode.READ), new HeldLock("vma_lock", Mode.READ));
          mmapLock.upRead();
          assertThat(memory.lockdep().heldLocks())
              .containsExactly(new HeldLock("vma_lock", Mode.READ));
          vmaLock.released();
        });
  }
}
