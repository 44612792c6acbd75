package org.vmacheck.model.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** What the three generations of the per-VMA lock have in common, and what only one has. */
final class VmaLockTest {

  static List<Named<Release>> generations() {
    Release newest = Releases.newest();
    return List.of(
        Named.of(
            "rw_semaphore, int counter (6.4 to 6.13)",
            newest.patched(Patch.of(VmaLockSemaphore.class))),
        Named.of(
            "rw_semaphore, sequence counter (6.14)",
            newest.patched(Patch.of(VmaLockSemaphoreSeqcount.class))),
        Named.of("vm_refcnt (6.15 and later)", newest));
  }

  @ParameterizedTest
  @MethodSource("generations")
  void allPathsWorkOnEveryGeneration(Release release) {
    Fixture at = new Fixture(release);
    at.kernel.path(UserAccess.class).write(at.mm, 1, 4);
    at.kernel.path(Madvise.class).madvise(at.mm, 2, 1, Madvise.Advice.GUARD_INSTALL);
    at.kernel.path(Mprotect.class).mprotect(at.mm, 1, 2, Mman.PROT_READ);
    at.kernel.path(Munmap.class).munmap(at.mm, 3, 1);
    assertThat(at.mm.mmMt.plain().entries())
        .extracting(VmaTree.Entry::start, VmaTree.Entry::end)
        .containsExactly(tuple(0L, 1L), tuple(1L, 3L));
    assertThat(at.kernel.path(UserAccess.class).read(at.mm, 1)).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void aReaderIsLetInWhileMmapLockAloneIsHeldForWriting(Release release) {
    Fixture at = new Fixture(release);
    at.mmapLock.mmapWriteLock(at.mm);
    assertThat(at.vmaLock.lockVmaUnderRcu(at.mm, 0)).isSameAs(at.vma);
    at.vmaLock.vmaEndRead(at.vma);
    at.mmapLock.mmapWriteUnlock(at.mm);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void noReaderIsLetIntoAWriteLockedVmaUntilMmapLockIsGivenBack(Release release) {
    Fixture at = new Fixture(release);
    at.mmapLock.mmapWriteLock(at.mm);
    at.vmaLock.vmaStartWrite(at.vma);
    assertThat(at.vmaLock.isWriteLocked(at.vma)).isTrue();
    assertThat(at.vmaLock.lockVmaUnderRcu(at.mm, 0)).isNull();
    at.mmapLock.mmapWriteUnlock(at.mm);
    assertThat(at.vmaLock.lockVmaUnderRcu(at.mm, 0)).isSameAs(at.vma);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void aDowngradeEndsAllVmaWriteLocks(Release release) {
    Fixture at = new Fixture(release);
    at.mmapLock.mmapWriteLock(at.mm);
    at.vmaLock.vmaStartWrite(at.vma);
    at.mmapLock.mmapWriteDowngrade(at.mm);
    assertThat(at.vmaLock.lockVmaUnderRcu(at.mm, 0)).isSameAs(at.vma);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void aSecondWriteLockInOneSectionChangesNothing(Release release) {
    Fixture at = new Fixture(release);
    at.mmapLock.mmapWriteLock(at.mm);
    at.vmaLock.vmaStartWrite(at.vma);
    long sequence = at.vma.vmLockSeq.plain();
    long count = at.vma.vmRefcnt.plain();
    at.vmaLock.vmaStartWrite(at.vma);
    assertThat(at.vma.vmLockSeq.plain()).isEqualTo(sequence);
    assertThat(at.vma.vmRefcnt.plain()).isEqualTo(count);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void aVmaWriteLockWithoutMmapLockIsAFinding(Release release) {
    Fixture at = new Fixture(release);
    assertThatThrownBy(() -> at.vmaLock.vmaStartWrite(at.vma))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("mmap_assert_write_locked");
    at.mmapLock.mmapReadLock(at.mm);
    assertThatThrownBy(() -> at.vmaLock.vmaStartWrite(at.vma)).isInstanceOf(KernelBug.class);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void aVmaReadLockIsTakenOverFromMmapLock(Release release) {
    Fixture at = new Fixture(release);
    at.mmapLock.mmapReadLock(at.mm);
    at.vmaLock.vmaStartReadLocked(at.vma);
    at.mmapLock.mmapReadUnlock(at.mm);
    at.vmaLock.vmaAssertLocked(at.vma);
    at.vmaLock.vmaEndRead(at.vma);
    assertThatThrownBy(() -> at.vmaLock.vmaAssertLocked(at.vma)).isInstanceOf(KernelBug.class);
  }

  @ParameterizedTest
  @MethodSource("generations")
  void anUnmappedPageHasNoVmaToLock(Release release) {
    Fixture at = new Fixture(release);
    assertThat(at.vmaLock.lockVmaUnderRcu(at.mm, 5)).isNull();
  }

  @Test
  void theSequenceIsOddExactlyWhileMmapLockIsHeldForWriting() {
    Fixture at = new Fixture(Releases.of("6.18"));
    assertThat(at.mm.mmLockSeq.plain() % 2).isZero();
    at.mmapLock.mmapWriteLock(at.mm);
    assertThat(at.mm.mmLockSeq.plain() % 2).isOne();
    at.mmapLock.mmapWriteDowngrade(at.mm);
    assertThat(at.mm.mmLockSeq.plain() % 2).isZero();
  }

  @Test
  void speculationSeesEveryWriterInBetween() {
    Fixture at = new Fixture(Releases.of("6.18"));
    MmLockSequence sequence = new MmLockSequence(at.kernel.memory());
    long quiet = sequence.mmapLockSpeculateTryBegin(at.mm);
    assertThat(sequence.mmapLockSpeculateRetry(at.mm, quiet)).isFalse();
    at.mmapLock.mmapWriteLock(at.mm);
    assertThat(sequence.mmapLockSpeculateTryBegin(at.mm)).isEqualTo(MmLockSequence.WRITER);
    at.mmapLock.mmapWriteUnlock(at.mm);
    assertThat(sequence.mmapLockSpeculateRetry(at.mm, quiet)).isTrue();
  }

  @Test
  void aReaderCountsItselfAndADetachedVmaCannotBeRaised() {
    Fixture at = new Fixture(Releases.of("6.18"));
    assertThat(at.vma.vmRefcnt.plain()).isEqualTo(1);
    at.vmaLock.lockVmaUnderRcu(at.mm, 0);
    assertThat(at.vma.vmRefcnt.plain()).isEqualTo(2);
    at.vmaLock.vmaEndRead(at.vma);

    at.mmapLock.mmapWriteLock(at.mm);
    at.vmaLock.vmaStartWrite(at.vma);
    at.vmaLock.vmaMarkDetached(at.vma);
    assertThat(at.vma.vmRefcnt.plain()).isZero();
    at.mmapLock.mmapWriteUnlock(at.mm);
    at.kernel.memory().rcu().readLock();
    assertThat(at.vmaLock.vmaStartRead(at.mm, at.vma)).isEqualTo(VmaLock.StartRead.DETACHED);
    assertThat(at.vma.vmRefcnt.plain()).isZero();
  }

  @Test
  void aReusedVmaOfAnotherMmIsNotedAndLetGo() {
    Fixture at = new Fixture(Releases.of("6.18"));
    MmStruct other = at.kernel.newMm(at.mm.pageTables.geometry());
    at.kernel.memory().rcu().readLock();
    assertThat(at.vmaLock.vmaStartRead(other, at.vma)).isEqualTo(VmaLock.StartRead.BUSY);
    assertThat(at.vma.vmRefcnt.plain()).isEqualTo(1);
    assertThat(at.mm.mmCount.plain()).isEqualTo(1);
  }

  @Test
  void onlyBitsOfTheAllowListAreSetAtomically() {
    Fixture at = new Fixture(Releases.of("6.18"));
    VmaFlagAccess flags = at.kernel.path(VmaFlagAccess.class);
    at.mmapLock.mmapReadLock(at.mm);
    flags.vmaFlagSetAtomic(at.vma, VmFlags.MAYBE_GUARD_BIT);
    assertThat(flags.vmaFlagTestAtomic(at.vma, VmFlags.MAYBE_GUARD_BIT)).isTrue();
    assertThatThrownBy(() -> flags.vmaFlagSetAtomic(at.vma, 1)).isInstanceOf(KernelBug.class);
    assertThatThrownBy(() -> flags.vmaFlagTestAtomic(at.vma, 1)).isInstanceOf(KernelBug.class);
  }

  @Test
  void anAtomicSetNeedsALockAndAResetNeedsTheVmaWriteLock() {
    Fixture at = new Fixture(Releases.of("6.18"));
    VmaFlagAccess flags = at.kernel.path(VmaFlagAccess.class);
    assertThatThrownBy(() -> flags.vmaFlagSetAtomic(at.vma, VmFlags.MAYBE_GUARD_BIT))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("vma_assert_locked");
    at.mmapLock.mmapWriteLock(at.mm);
    assertThatThrownBy(() -> flags.vmFlagsReset(at.vma, 0))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("vma_assert_write_locked");
    at.vmaLock.vmaStartWrite(at.vma);
    flags.vmFlagsReset(at.vma, VmFlags.READ);
    assertThat(at.vma.vmFlags.plain()).isEqualTo(VmFlags.READ);
  }

  /** One VMA at [0, 4) of an address space. */
  private static final class Fixture {

    final Kernel kernel;
    final MmStruct mm;
    final VmArea vma;
    final VmaLock vmaLock;
    final MmapLock mmapLock;

    Fixture(Release release) {
      kernel = release.boot(new SequentialMemory());
      mm = kernel.newMm(Geometry.ofPages(6));
      Mmap.Request request = Mmap.Request.anonymous(Mman.PROT_READ | Mman.PROT_WRITE).fixed();
      kernel.path(Mmap.class).mmap(mm, 0, 4, request);
      vma = mm.mmMt.plain().walk(0);
      vmaLock = kernel.path(VmaLock.class);
      mmapLock = kernel.path(MmapLock.class);
    }
  }
}
