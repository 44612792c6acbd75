package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Releases;

/** Which stores to a VMA's flags lock the VMA, assert its lock, or neither. */
final class FlagStoresTest {

  private OneProcess world = OneProcess.of(Releases.newest(), 4);

  private void boot(String release) {
    world = OneProcess.of(Releases.of(release), 4);
    world.map(0, 4, READ_WRITE);
  }

  private VmaFlagAccess flags() {
    return world.kernel.path(VmaFlagAccess.class);
  }

  @Test
  void sinceSevenOneAFlagStoreAssertsNothing() {
    for (String release : List.of("7.1", "7.3")) {
      boot(release);
      assertThatCode(() -> flags().vmaFlagsResetOnce(world.vma(0), VmFlags.READ))
          .doesNotThrowAnyException();
      assertThatCode(() -> flags().vmaFlagsAssign(world.vma(0), VmFlags.READ))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> flags().vmFlagsReset(world.vma(0), VmFlags.READ))
          .isInstanceOf(KernelBug.class);
    }
  }

  @Test
  void beforeSevenOneItAssertsTheWriteLock() {
    for (String release : List.of("6.18", "6.19", "7.0")) {
      boot(release);
      assertThatThrownBy(() -> flags().vmaFlagsResetOnce(world.vma(0), VmFlags.READ))
          .isInstanceOf(KernelBug.class);
      assertThatThrownBy(() -> flags().vmaFlagsAssign(world.vma(0), VmFlags.READ))
          .isInstanceOf(KernelBug.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"6.18, true", "7.0, true", "7.1, false", "7.3, false"})
  void theMaskFunctionsLockTheVmaUpToSevenZero(String release, boolean locks) {
    List<Consumer<VmArea>> stores =
        List.of(
            vma -> flags().vmaSetFlagsMask(vma, VmFlags.SOFTDIRTY),
            vma -> flags().vmaClearFlagsMask(vma, VmFlags.SOFTDIRTY));
    for (Consumer<VmArea> store : stores) {
      boot(release);
      world.kernel.path(MmapLock.class).mmapWriteLock(world.mm);
      store.accept(world.vma(0));
      assertThat(world.kernel.path(VmaLock.class).isWriteLocked(world.vma(0))).isEqualTo(locks);
      world.kernel.path(MmapLock.class).mmapWriteUnlock(world.mm);
    }
  }

  @ParameterizedTest
  @CsvSource({"6.18, 0", "6.19, 0", "7.0, -22", "7.3, -22"})
  void doforkRefusesEverySpecialMappingSinceSevenZero(String release, long result) {
    boot(release);
    VmArea vma = world.vma(0);
    vma.vmFlags.plain(vma.vmFlags.plain() | VmFlags.DONTEXPAND | VmFlags.DONTCOPY);
    assertThat(world.kernel.path(Madvise.class).madvise(world.mm, 0, 4, Madvise.Advice.DOFORK))
        .isEqualTo(result);
  }

  @Test
  void aLockedMappingThatIsLockedOnFaultKeepsItsPagesAndIsNotMarkedIo() {
    boot("7.3");
    Mlock mlock = world.kernel.path(Mlock.class);
    assertThat(mlock.mlock2(world.mm, 0, 4)).isZero();
    assertThat(world.pages()).isEqualTo("....");
    assertThat(world.vma(0).vmFlags.plain() & (VmFlags.LOCKED_MASK | VmFlags.IO))
        .isEqualTo(VmFlags.LOCKED_MASK);
    assertThat(mlock.mlock(world.mm, 0, 4)).isZero();
    assertThat(world.pages()).isEqualTo("pppp");
    assertThat(world.vma(0).vmFlags.plain() & (VmFlags.LOCKED_MASK | VmFlags.IO))
        .isEqualTo(VmFlags.LOCKED);
  }
}
