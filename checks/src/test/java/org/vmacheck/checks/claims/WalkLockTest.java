package org.vmacheck.checks.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.PageWalk;
import org.vmacheck.model.ops.PageWalk.WalkLock;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** C98 and C103: what a walk over page tables asks of the locks, by what it says that it needs. */
final class WalkLockTest {

  /** What the caller holds. */
  private enum Held {
    NOTHING,
    VMA_READ,
    MMAP_READ,
    MMAP_WRITE,
    VMA_WRITE
  }

  /** What comes of the walk. */
  private enum Outcome {
    REFUSED,
    WALKS,
    WALKS_AND_WRITE_LOCKS
  }

  private static final Outcome NO = Outcome.REFUSED;
  private static final Outcome YES = Outcome.WALKS;
  private static final Outcome LOCKS = Outcome.WALKS_AND_WRITE_LOCKS;

  private static Stream<Arguments> table() {
    // nothing, VMA read, mmap read, mmap write, VMA write
    return Stream.of(
        Arguments.of(WalkLock.RDLOCK, List.of(NO, NO, YES, YES, LOCKS)),
        Arguments.of(WalkLock.WRLOCK, List.of(NO, NO, NO, LOCKS, LOCKS)),
        Arguments.of(WalkLock.WRLOCK_VERIFY, List.of(NO, NO, NO, NO, LOCKS)),
        Arguments.of(WalkLock.VMA_RDLOCK_VERIFY, List.of(NO, YES, NO, NO, LOCKS)));
  }

  private static Stream<Arguments> tableWithoutPerVmaLocks() {
    // nothing, mmap read, mmap write
    return Stream.of(
        Arguments.of(WalkLock.RDLOCK, List.of(NO, YES, LOCKS)),
        Arguments.of(WalkLock.WRLOCK, List.of(NO, NO, LOCKS)),
        Arguments.of(WalkLock.WRLOCK_VERIFY, List.of(NO, NO, LOCKS)),
        Arguments.of(WalkLock.VMA_RDLOCK_VERIFY, List.of(NO, YES, LOCKS)));
  }

  private static Release newest(String patch, boolean proposal) {
    Release release = Releases.newest().patched(Patches.named(patch).orElseThrow());
    assertThat(release.asked()).allMatch(asked -> asked.isProposal() == proposal);
    return release;
  }

  private static Outcome outcome(Release release, WalkLock lock, Held held) {
    Kernel kernel = release.boot(new SequentialMemory());
    MmStruct mm = kernel.newMm(Geometry.ofPages(2));
    Mmap.Request request = Mmap.Request.anonymous(Mman.PROT_READ).fixed();
    kernel.path(Mmap.class).mmap(mm, 0, 2, request);
    VmArea vma = mm.mmMt.plain().walk(0);
    VmaLock vmaLock = kernel.path(VmaLock.class);
    switch (held) {
      case NOTHING -> {}
      case VMA_READ -> vmaLock.lockVmaUnderRcu(mm, 0);
      case MMAP_READ -> kernel.path(MmapLock.class).mmapReadLock(mm);
      case MMAP_WRITE -> kernel.path(MmapLock.class).mmapWriteLock(mm);
      case VMA_WRITE -> {
        kernel.path(MmapLock.class).mmapWriteLock(mm);
        vmaLock.vmaStartWrite(vma);
      }
    }
    try {
      kernel.path(PageWalk.class).walkPageRangeVma(vma, 0, 2, lock, pte -> {});
    } catch (KernelBug refused) {
      return Outcome.REFUSED;
    }
    return vmaLock.isWriteLocked(vma) ? Outcome.WALKS_AND_WRITE_LOCKS : Outcome.WALKS;
  }

  private static List<Outcome> outcomes(Release release, WalkLock lock, Held... all) {
    return Stream.of(all).map(held -> outcome(release, lock, held)).toList();
  }

  @ParameterizedTest
  @MethodSource("table")
  void aWalkTakesOrAssertsWhatItSaysThatItNeeds(WalkLock lock, List<Outcome> expected) {
    // Walks say so since 6.5, and a VMA without an anon_vma is read-locked since 6.10.
    for (Release release : Releases.between(Releases.of("6.12"), Releases.newest())) {
      assertThat(outcomes(release, lock, Held.values())).as(release.name()).isEqualTo(expected);
    }
  }

  @Test
  void withoutThatItWalksOnMmapLockAlone() {
    Release mutant = newest("walk-locks-vmas", false);
    assertThat(outcomes(mutant, WalkLock.WRLOCK, Held.MMAP_WRITE)).containsExactly(YES);
    assertThat(outcomes(mutant, WalkLock.WRLOCK_VERIFY, Held.MMAP_WRITE)).containsExactly(YES);
    assertThat(outcomes(mutant, WalkLock.VMA_RDLOCK_VERIFY, Held.NOTHING)).containsExactly(YES);
  }

  @ParameterizedTest
  @MethodSource("tableWithoutPerVmaLocks")
  void withoutPerVmaLocksTheLockOfEveryVmaIsMmapLock(WalkLock lock, List<Outcome> expected) {
    Release release = newest("no-per-vma-lock", true);
    assertThat(outcomes(release, lock, Held.NOTHING, Held.MMAP_READ, Held.MMAP_WRITE))
        .isEqualTo(expected);
  }
}
