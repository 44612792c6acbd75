package org.vmacheck.checks.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.VmaAlloc;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * Claims about states, in which no second thread matters: over all releases and all cases, against
 * what is written down here, and with the step taken away that each is about.
 */
final class LockStateTest {

  private static List<Release> releases() {
    return Releases.all();
  }

  private static Release without(String patch) {
    return Releases.newest().patched(Patches.named(patch).orElseThrow());
  }

  /** A VMA, and mmap_lock held for writing. */
  private static final class Scene {
    final Kernel kernel;
    final MmStruct mm;
    final VmArea vma;
    final VmaLock vmaLock;

    Scene(Release release) {
      kernel = release.boot(new SequentialMemory());
      mm = kernel.newMm(Geometry.ofPages(4));
      Mmap.Request request = Mmap.Request.anonymous(Mman.PROT_READ).fixed();
      kernel.path(Mmap.class).mmap(mm, 0, 2, request);
      vma = mm.mmMt.plain().walk(0);
      vmaLock = kernel.path(VmaLock.class);
      kernel.path(MmapLock.class).mmapWriteLock(mm);
    }

    /** A reader comes in on an old number, and has not yet found out. */
    void strayReader() {
      vma.vmRefcnt.plain(vma.vmRefcnt.plain() + 1);
    }
  }

  /** C09: vma_start_write() is idempotent in one write section, and does not wait again. */
  @ParameterizedTest
  @MethodSource("releases")
  void aSecondWriteLockDoesNotWaitForAStrayReader(Release release) {
    Scene at = new Scene(release);
    at.vmaLock.vmaStartWrite(at.vma);
    at.strayReader();
    long count = at.vma.vmRefcnt.plain();
    long sequence = at.vma.vmLockSeq.plain();
    at.vmaLock.vmaStartWrite(at.vma);
    assertThat(at.vma.vmRefcnt.plain()).isEqualTo(count);
    assertThat(at.vma.vmLockSeq.plain()).isEqualTo(sequence);
  }

  @Test
  void itDoesWithoutTheLookAtTheNumber() {
    Scene at = new Scene(without("lock-once"));
    at.vmaLock.vmaStartWrite(at.vma);
    at.strayReader();
    assertThatThrownBy(() -> at.vmaLock.vmaStartWrite(at.vma))
        .isInstanceOfSatisfying(
            KernelBug.class, bug -> assertThat(bug.kind()).isEqualTo(KernelBug.Kind.DEADLOCK));
  }

  /** C42: a detached VMA is write-locked without a wait, and then it is. */
  @ParameterizedTest
  @MethodSource("releases")
  void aDetachedVmaIsWriteLockedAtOnce(Release release) {
    Scene at = new Scene(release);
    VmArea made = at.kernel.path(VmaAlloc.class).vmAreaAlloc(at.mm);
    assertThat(at.vmaLock.isWriteLocked(made)).isFalse();
    at.vmaLock.vmaStartWrite(made);
    assertThat(at.vmaLock.isWriteLocked(made)).isTrue();
    assertThat(made.vmRefcnt.plain()).isZero();
  }

  @Test
  void itIsWaitedForIfNobodyAsksWhetherItIsDetached() {
    Scene at = new Scene(Releases.newest());
    VmArea made = at.kernel.path(VmaAlloc.class).vmAreaAlloc(at.mm);
    VmaLock mutant = without("skip-detached").boot(at.kernel.memory()).path(VmaLock.class);
    assertThatThrownBy(() -> mutant.vmaStartWrite(made)).isInstanceOf(KernelBug.class);
  }

  /** C57: the allow-list of bits that may be set atomically has one entry, bit 11. */
  @ParameterizedTest
  @MethodSource("releases")
  void onlyVmMaybeGuardIsSetAtomically(Release release) {
    assertThat(refused(release)).containsExactlyElementsOf(bitsBut(11));
  }

  @Test
  void withoutTheAllowListEveryBitIs() {
    assertThat(refused(without("allow-list"))).isEmpty();
  }

  private static List<Integer> bitsBut(int allowed) {
    return IntStream.range(0, 32).filter(bit -> bit != allowed).boxed().toList();
  }

  private static List<Integer> refused(Release release) {
    return IntStream.range(0, 32)
        .filter(
            bit -> {
              Scene at = new Scene(release);
              try {
                at.kernel.path(VmaFlagAccess.class).vmaFlagSetAtomic(at.vma, bit);
                return false;
              } catch (KernelBug warning) {
                return true;
              }
            })
        .boxed()
        .toList();
  }

  /** C71: no merge may hide that fork has to copy. */
  @Test
  void aBitThatAsksForkToCopyIsStickyOrKeepsItsVmaFromBeingMerged() {
    LongStream.range(0, 32)
        .map(bit -> 1L << bit)
        .filter(bit -> (VmFlags.COPY_ON_FORK & bit) != 0)
        .forEach(
            bit -> {
              boolean sticky = (VmFlags.STICKY & bit) != 0;
              boolean unmergeable = (VmFlags.SPECIAL & bit) != 0;
              boolean compared = (VmFlags.IGNORE_MERGE & bit) == 0;
              assertThat(sticky || unmergeable || compared).as(VmFlags.toString(bit)).isTrue();
            });
  }

  /** C101: what a function that stores flags does with a VMA that nobody has locked. */
  private enum Unlocked {
    REFUSES,
    LOCKS,
    STORES
  }

  private static final Map<String, BiConsumer<VmaFlagAccess, VmArea>> STORES =
      Map.of(
          "vm_flags_init", (flags, vma) -> flags.vmFlagsInit(vma, 1),
          "vm_flags_reset", (flags, vma) -> flags.vmFlagsReset(vma, 1),
          "vm_flags_set", (flags, vma) -> flags.vmFlagsSet(vma, 1),
          "vm_flags_clear", (flags, vma) -> flags.vmFlagsClear(vma, 1),
          "vma_flags_reset_once", (flags, vma) -> flags.vmaFlagsResetOnce(vma, 1),
          "vma_set_flags_mask", (flags, vma) -> flags.vmaSetFlagsMask(vma, 1),
          "vma_clear_flags_mask", (flags, vma) -> flags.vmaClearFlagsMask(vma, 1));

  private static Stream<Arguments> flagFunctions() {
    return Stream.of(
        // function, 7.0 and before (where the last three have other names), 7.1 and later
        Arguments.of("vm_flags_init", Unlocked.STORES, Unlocked.STORES),
        Arguments.of("vm_flags_reset", Unlocked.REFUSES, Unlocked.REFUSES),
        Arguments.of("vm_flags_set", Unlocked.LOCKS, Unlocked.LOCKS),
        Arguments.of("vm_flags_clear", Unlocked.LOCKS, Unlocked.LOCKS),
        Arguments.of("vma_flags_reset_once", Unlocked.REFUSES, Unlocked.STORES),
        Arguments.of("vma_set_flags_mask", Unlocked.LOCKS, Unlocked.STORES),
        Arguments.of("vma_clear_flags_mask", Unlocked.LOCKS, Unlocked.STORES));
  }

  @ParameterizedTest
  @MethodSource("flagFunctions")
  void aStoreToFlagsRefusesLocksOrRelies(String function, Unlocked before, Unlocked since) {
    for (Release release : releases()) {
      boolean old = Releases.between(Releases.all().get(0), Releases.of("7.0")).contains(release);
      assertThat(unlocked(release, function)).as(release.name()).isEqualTo(old ? before : since);
    }
  }

  @ParameterizedTest
  @MethodSource("flagFunctions")
  void noneOfThemMindsAVmaThatIsWriteLocked(String function, Unlocked before, Unlocked since) {
    for (Release release : releases()) {
      Scene at = new Scene(release);
      at.vmaLock.vmaStartWrite(at.vma);
      VmaFlagAccess flags = at.kernel.path(VmaFlagAccess.class);
      assertThatCode(() -> STORES.get(function).accept(flags, at.vma)).doesNotThrowAnyException();
    }
  }

  private static Unlocked unlocked(Release release, String function) {
    Scene at = new Scene(release);
    try {
      STORES.get(function).accept(at.kernel.path(VmaFlagAccess.class), at.vma);
    } catch (KernelBug assertion) {
      return Unlocked.REFUSES;
    }
    return at.vmaLock.isWriteLocked(at.vma) ? Unlocked.LOCKS : Unlocked.STORES;
  }
}
