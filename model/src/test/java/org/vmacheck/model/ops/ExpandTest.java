package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Releases;

/** When {@code vma_expand} reads the sticky flags of the VMAs that become one. */
final class ExpandTest {

  /** Something that happens just before a VMA is write-locked. */
  static class BeforeTheLock extends VmaLockRefcount {

    private VmArea vma;
    private Runnable event = () -> {};

    BeforeTheLock(Memory memory) {
      super(memory);
    }

    @Override
    public void vmaStartWrite(VmArea locked) {
      if (locked == vma) {
        Runnable once = event;
        event = () -> {};
        once.run();
      }
      super.vmaStartWrite(locked);
    }
  }

  /** Two VMAs with a gap between them. */
  private static OneProcess twoMappings(String release) {
    OneProcess world =
        OneProcess.of(Releases.of(release).patched(Patch.of(BeforeTheLock.class)), 6);
    world.map(0, 2, READ_WRITE);
    world.map(4, 2, READ_WRITE);
    return world;
  }

  private static void before(OneProcess world, VmArea locked, Runnable event) {
    BeforeTheLock lock = (BeforeTheLock) world.kernel.path(VmaLock.class);
    lock.vma = locked;
    lock.event = event;
  }

  /** What a guard install under the VMA read lock does to the flags. */
  private static void install(VmArea vma) {
    vma.vmFlags.setBit(VmFlags.MAYBE_GUARD_BIT);
  }

  @ParameterizedTest
  @CsvSource({"6.18, false", "6.19, false", "7.0, false", "7.1, true", "7.3, true"})
  void aGuardInstallThatEndsAsNextIsLockedIsKeptIfNextIsSampledUnderItsLock(
      String release, boolean kept) {
    OneProcess world = twoMappings(release);
    VmArea next = world.vma(4);
    before(world, next, () -> install(next));

    world.map(2, 2, READ_WRITE);

    assertThat(world.maps()).isEqualTo("0-6 rw" + (kept ? " gu" : ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.18", "6.19", "7.0", "7.1", "7.3"})
  void aGuardInstallInNextThatEndsAsTheTargetIsLockedIsAlwaysKept(String release) {
    OneProcess world = twoMappings(release);
    VmArea next = world.vma(4);
    before(world, world.vma(0), () -> install(next));

    world.map(2, 2, READ_WRITE);

    assertThat(world.maps()).isEqualTo("0-6 rw gu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.18", "6.19", "7.0", "7.1", "7.3"})
  void theTargetHasTheAnonVmaOfNextBeforeNextIsLocked(String release) {
    OneProcess world = twoMappings(release);
    world.write(5, 1);
    VmArea target = world.vma(0);
    List<Boolean> faulted = new ArrayList<>();
    before(world, world.vma(4), () -> faulted.add(target.anonVma.plain() != null));

    world.map(2, 2, READ_WRITE);

    assertThat(faulted).containsExactly(true);
  }
}
